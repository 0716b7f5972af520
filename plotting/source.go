package plotting

import (
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// source is the line that says where the figures come from, those of growth
// included. The edition is always named.
func source(rs []*projection.Result) string {
	line := published(rs)
	var growth []string
	for _, r := range rs {
		for _, s := range scenario.Origins(r.Scenario.Growth) {
			if text := s.Publisher + ", " + s.Title; !slices.Contains(growth, text) {
				growth = append(growth, text)
			}
		}
	}
	if len(growth) > 0 {
		line += "; growth: " + strings.Join(growth, "; ")
	}
	return line + "; projection: pledgesim"
}

// published is the source line of a figure without projections.
func published(rs []*projection.Result) string {
	var lines []string
	for _, r := range rs {
		if line := origin(r.Dataset); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return "Source: " + strings.Join(lines, "; ")
}

// origin names the publications a data set was read from, by publisher, and
// its edition.
func origin(d *scenario.Dataset) string {
	var publishers []string
	titles := map[string][]string{}
	for _, s := range d.Sources {
		if !slices.Contains(publishers, s.Publisher) {
			publishers = append(publishers, s.Publisher)
		}
		if s.Title != "" && !slices.Contains(titles[s.Publisher], s.Title) {
			titles[s.Publisher] = append(titles[s.Publisher], s.Title)
		}
	}
	var parts []string
	for _, p := range publishers {
		for _, part := range []string{p, strings.Join(titles[p], ", and ")} {
			if part != "" {
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(append(parts, "edition "+d.Edition), ", ")
}
