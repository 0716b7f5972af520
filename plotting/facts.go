package plotting

import (
	"runtime/debug"
	"strings"
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
		{"Software", software()},
	} {
		if one.text = printable(one.text); one.text != "" {
			said = append(said, one)
		}
	}
	return said
}

// modulePath is that of this library.
const modulePath = "github.com/pledgesim/pledgesim"

// software names this library and its version, as far as the program that uses it
// knows.
func software() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "pledgesim"
	}
	for _, m := range info.Deps {
		if m.Path == modulePath && m.Version != "" {
			return "pledgesim " + m.Version
		}
	}
	return "pledgesim" // in its own tree, whose version says nothing to others
}
