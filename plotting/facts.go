package plotting

import (
	"strings"

	"github.com/pledgesim/pledgesim"
)

// A fact is something a file says about itself: a keyword, as PNG registers it or
// of our own, and a text.
type fact struct{ keyword, text string }

// facts are what every file says about a figure, empty ones left out.
func (f *Figure) facts() []fact {
	var said []fact
	for _, one := range []fact{
		{"Title", f.Title},
		{"Description", strings.TrimSpace(f.Subtitle + "\n" + f.Note)},
		{"Source", f.Source},
		{"Edition", strings.Join(f.editions, ", ")},
		{"Seed", f.seed},
		{"Software", "pledgesim " + pledgesim.Version},
	} {
		if one.text = printable(one.text); one.text != "" {
			said = append(said, one)
		}
	}
	return said
}
