package plotting

import (
	"errors"
	"fmt"
	"image/color"

	"github.com/pledgesim/pledgesim/scenario"
)

// A selective is a chart that can show some of its members in colour and the
// others in grey.
type selective interface {
	chart
	// cast lists the members shown.
	cast() []player
	// lit gives the chart with some members, by code, in colour.
	lit(codes map[string]bool) chart
	// colours is the number of members in colours of their own.
	colours() int
}

// A player is a member that a chart shows.
type player struct{ code, name string }

// A spotlight holds the codes of the members that stand out; nil: all are alike.
type spotlight map[string]bool

// on reports whether a member is shown in colour.
func (s spotlight) on(code string) bool { return s == nil || s[code] }

// text is the colour of text about a member.
func (s spotlight) text(code string, t Theme) color.Color {
	if s.on(code) {
		return t.Ink
	}
	return readable(t.quiet(), t.Ink, t.Background)
}

// highlighted gives a chart in which the members named stand out.
func highlighted(c chart, members []string) (chart, error) {
	if len(members) == 0 {
		return c, nil
	}
	s, ok := c.(selective)
	if !ok {
		return nil, errors.New("this chart does not tell members apart: leave it empty")
	}
	codes := map[string]bool{}
	for _, member := range members {
		code := ""
		for _, p := range s.cast() {
			if member == p.code || member == p.name {
				code = p.code
			}
		}
		if code == "" {
			return nil, fmt.Errorf("%q is not in the chart: use the code or the name of a member that is: %w", member, scenario.ErrUnknownMember)
		}
		codes[code] = true
	}
	return s.lit(codes), nil
}
