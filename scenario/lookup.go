package scenario

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"github.com/pledgesim/pledgesim/scenario/internal/spelling"
)

// names lists everything a member may be looked up by, besides its code.
func (m *Member) names() []string { return append([]string{m.ISO2, m.Name}, m.Aliases...) }

// folder maps letters with marks onto plain ones, so that "turkiye" is found.
var folder = func() *strings.Replacer {
	pairs := []string{"-", " ", "_", " ", ".", "", "'", "", "’", "", "æ", "ae", "ß", "ss"}
	for _, letters := range []string{
		"aàáâãäåāăą", "cçćč", "dďđð", "eèéêëēėęě", "gģğ", "iìíîïīįı", "kķ", "lļľł", "nñńņň",
		"oòóôõöøőō", "rŕř", "sśşšș", "tťţț", "uùúûüūůűų", "yýÿ", "zźżž",
	} {
		for _, marked := range letters[1:] {
			pairs = append(pairs, string(marked), letters[:1])
		}
	}
	return strings.NewReplacer(pairs...)
}()

// fold gives the form in which names are compared: lower case, no marks, single
// spaces. A mark may also be a character of its own, as in the lower case of İ.
func fold(name string) string {
	plain := folder.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, strings.ToLower(name)))
	return strings.Join(strings.Fields(plain), " ")
}

// nearest asks for the member whose code or name is the fewest edits away, of
// equals the one that begins alike, if that leaves at least two thirds of the
// key, and else lists the codes, if there are not too many to be read.
func (d *Dataset) nearest(key string) string {
	best, beginning, text := math.MaxInt, 0, ""
	for i := range d.members {
		m := &d.members[i]
		for _, n := range append(m.names(), m.Code) {
			if n == "" {
				continue
			}
			k, begin := spelling.Edits(key, fold(n)), alike(key, fold(n))
			if k < best || k == best && begin > beginning {
				best, beginning, text = k, begin, fmt.Sprintf("did you mean %s?", m)
			}
		}
	}
	if best > spelling.Reach(key) {
		if n := len(d.members); n > mostListed {
			return fmt.Sprintf("it has %d members", n)
		}
		return "it has " + strings.Join(d.Codes(), ", ")
	}
	return text
}

// mostListed is the largest number of codes that a message lists.
const mostListed = 100

// alike is the number of bytes with which both strings begin.
func alike(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
