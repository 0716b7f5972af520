package projection

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// leaks says whose growth rests on sources that were not out at an origin, in one line
// for all scenarios of which the same is to be said.
func (b *Backtest) leaks() []error {
	var lines [][2]string // where and what
	names := map[[2]string][]string{}
	for _, e := range b.entrants {
		sources, first, n := "", 0, 0
		for _, r := range b.runs {
			if r.scenario != e.name {
				continue
			}
			if late := notOut(r.central.Scenario.Growth, r.origin); late != "" {
				sources, first = cmp.Or(sources, late), cmp.Or(first, r.origin)
				n++
			}
		}
		if n == 0 {
			continue
		}
		line := [2]string{fmt.Sprintf("origin %d", first), sources}
		if n > 1 {
			line[0] += fmt.Sprintf(" and %d more", n-1)
		}
		if names[line] == nil {
			lines = append(lines, line)
		}
		names[line] = append(names[line], fmt.Sprintf("%q", e.name))
	}
	var all []error
	for _, line := range lines {
		all = append(all, fmt.Errorf("%s: growth of %s rests on %s, which was not out: take imf.RealTime", line[0], strings.Join(names[line], ", "), line[1]))
	}
	return all
}

// notOut names the sources of growth that were published after the end of a year. One
// without a date stands for those of any time.
func notOut(p scenario.GrowthPath, year int) string {
	var late []string
	for _, s := range scenario.Origins(p) {
		if !s.Date.IsZero() && s.Date.Year() > year {
			late = append(late, s.String())
		}
	}
	return strings.Join(once(late), " and ")
}

// definitions says where figures of one publisher are compared with those of another.
func (b *Backtest) definitions() []error {
	var all []error
	truth := publisher(b.Truth)
	for _, v := range b.vintages {
		if known := publisher(v.known); known != "" && truth != "" && known != truth {
			all = append(all, fmt.Errorf("forecasts start from %s's figures, outcomes are %s's: their definitions may differ", known, truth))
		}
	}
	return onceBy(all, error.Error)
}

// publisher is that of the first source of a data set.
func publisher(d *scenario.Dataset) string {
	if len(d.Sources) == 0 {
		return ""
	}
	return d.Sources[0].Publisher
}
