package plotting

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// assumptions says how GDP grows in each scenario and how members respond, in
// the words of the parts, and what the notes of the scenarios say. What is the same for
// all is said once. Shocks are those of the members shown, by code; none are all.
func assumptions(rs []*projection.Result, shown ...string) []string {
	if len(shown) == 0 {
		shown = allCodes(rs)
	}
	said := each(rs, func(r *projection.Result) string { return inWords(shocksOf(r.Scenario.Growth, shown), r.Dataset) })
	said = append(said, each(rs, func(r *projection.Result) string { return inWords(r.Scenario.Reaction(), r.Dataset) })...)
	return append(said, each(rs, func(r *projection.Result) string { return r.Scenario.Note })...)
}

// runAssumptions are those of results that are no simulations.
func runAssumptions(rs []*projection.Result) []string {
	return append(assumptions(rs), withoutLuck(rs, len(rs)))
}

// withoutLuck says of which results the random parts were left out, because they
// are not from a simulation, by name if they are not all that are shown.
func withoutLuck(rs []*projection.Result, shown int) string {
	var names []string
	for _, r := range rs {
		if scenario.Lucky(r.Scenario) {
			names = append(names, r.Scenario.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	who := ""
	if len(names) < shown {
		who = list(quotedAll(names)) + ": "
	}
	return capital(who + "the path without luck, on which growth is as expected and promises go the likelier way")
}

// each gives a sentence for each thing that is said of the scenarios: first,
// without names, what holds for most of them, then the others by name. Where
// nothing can be said of one, all others have names, or it would seem to hold for
// that one too.
func each(rs []*projection.Result, about func(*projection.Result) string) []string {
	all := make([]string, len(rs))
	for i, r := range rs {
		all[i] = about(r)
	}
	var texts, said []string
	names := map[string][]string{}
	for i, text := range briefly(all, fromMany(rs)) {
		if names[text] == nil {
			texts = append(texts, text)
		}
		names[text] = append(names[text], rs[i].Scenario.Name)
	}
	for _, text := range texts {
		switch {
		case text == "":
		case 2*len(names[text]) > len(rs) && names[""] == nil:
			said = slices.Insert(said, 0, capital(text))
		default:
			said = append(said, list(quotedAll(once(briefly(names[text], fromMany(rs)))))+": "+text)
		}
	}
	return said
}

// briefly makes texts the same that differ in their numbers only, if they are about one
// forecast from many base years.
func briefly(texts []string, fromMany bool) []string {
	if fromMany {
		return ranged(texts)
	}
	return texts
}

// maxOrigins is the number of base years of which each is spoken of by itself.
const maxOrigins = 3

// fromMany reports whether results are one forecast from many base years.
func fromMany(rs []*projection.Result) bool {
	bases := map[int]bool{}
	for _, r := range rs {
		bases[r.Options.Base] = true
	}
	return len(bases) > maxOrigins
}

// once gives each text once.
func once(texts []string) []string {
	var all []string
	for _, text := range texts {
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// quoted sets the name of a scenario apart from the sentence around it.
func quoted(name string) string { return "\u201c" + name + "\u201d" }

func quotedAll(names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = quoted(name)
	}
	return all
}

// leftOut names the members that are not part of the runs: those without
// figures, and how many are shown if only some were chosen.
func leftOut(rs []*projection.Result) string { return leftOutBut(rs[0].Dataset, allCodes(rs)) }

// leftOutBut names the members of a data set that are not shown.
func leftOutBut(d *scenario.Dataset, shown []string) string {
	var exempt []string
	with := 0
	for _, code := range d.Codes() {
		switch m, err := d.Member(code); {
		case err != nil, slices.Contains(shown, code):
			with++
		case m.Exempt != "":
			exempt = append(exempt, fmt.Sprintf("%s (%s)", m.Name, m.Exempt))
		default:
			with++
		}
	}
	if len(shown) < with {
		return fmt.Sprintf("Shown: %d of the %s with figures", len(shown), members(with))
	}
	if len(exempt) > 0 {
		return "Left out: " + list(exempt)
	}
	return ""
}

// caveats gives the first note of each data set, the one for all readers; with
// the editions that have it if there are others.
func caveats(rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	return caveatsOn(nil, rs, outcomes...)
}

// caveatsOn are the caveats of a chart about one member: without notes on figures
// of other members. For nil it is about all.
func caveatsOn(m *scenario.Member, rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	var texts, said []string
	editions := map[string][]string{}
	for _, d := range append(datasets(rs), outcomes...) {
		text := sentence(strings.Join(d.Notes[:min(1, len(d.Notes))], ""))
		if m != nil && onOthers(text, m, d) {
			text = ""
		}
		texts, editions[text] = append(texts, text), append(editions[text], d.Edition)
	}
	for _, text := range once(texts) {
		switch {
		case text == "":
		case len(editions) == 1:
			said = append(said, text)
		default:
			said = append(said, list(editionsInWords(editions[text]))+": "+text)
		}
	}
	return strings.Join(said, " ")
}

// onOthers reports whether a note names members by their codes, but not this one.
func onOthers(text string, m *scenario.Member, d *scenario.Dataset) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	named := slices.ContainsFunc(words, func(word string) bool { return slices.Contains(d.Codes(), word) })
	return named && !slices.Contains(words, m.Code)
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError { // nothing, or no text: a name may be anything
		return s
	}
	return strings.ToUpper(string(r)) + s[size:]
}

// sentence ends a text with a full stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

// note joins the sentences of a note; empty ones are left out.
func note(sentences ...string) string {
	var said []string
	for _, s := range sentences {
		if s = strings.ReplaceAll(sentence(s), "'", "\u2019"); s != "" && !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "Note: " + strings.Join(said, " ")
}

// remarks are what a note says of the members shown in a projection: what the
// runs noticed, which figures they start from were printed elsewhere, and that a
// share may count as at the target which is printed lower.
func remarks(rs []*projection.Result, shown []string) []string {
	return slices.Concat(noticed(rs, shown), otherEditions(rs, shown, 0), lenient(rs))
}
