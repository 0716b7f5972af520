package plotting

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A selective is a chart that can show some of its members in colour and the
// others in grey.
type selective interface {
	chart
	// cast lists the members shown.
	cast() []player
	// lit gives the chart with some members, by code, in colour.
	lit(codes []string) chart
	// colours is the number of members in colours of their own.
	colours() int
}

// A player is a member that a chart shows.
type player struct{ code, name string }

// A spotlight holds the codes of the members that stand out; nil: all are alike.
type spotlight map[string]bool

// lightOn is a spotlight on some members.
func lightOn(codes []string) spotlight {
	s := spotlight{}
	for _, code := range codes {
		s[code] = true
	}
	return s
}

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
	var codes []string
	var faults []error
	for _, member := range members {
		if p, err := playerOf(member, s.cast()); err != nil {
			faults = append(faults, err)
		} else if !slices.Contains(codes, p.code) {
			codes = append(codes, p.code)
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return s.lit(codes), nil
}

// playerOf finds a member by code or name.
func playerOf(member string, cast []player) (player, error) {
	var shown []string
	for _, p := range cast {
		if strings.EqualFold(member, p.code) || strings.EqualFold(member, p.name) {
			return p, nil
		}
		shown = append(shown, p.code+" ("+p.name+")")
	}
	return player{}, fmt.Errorf("%q is not in the chart: use the code or the name of a member that is: %s: %w", member, strings.Join(shown, ", "), scenario.ErrUnknownMember)
}
