package plotting

import (
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// source is the line that says where the figures come from, those of growth
// and of what really happened included. The edition is always named.
func source(rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	line := published(rs, outcomes...)
	var growth, response []string
	for _, r := range rs {
		growth = publications(growth, scenario.Origins(r.Scenario.Growth))
		response = publications(response, scenario.Origins(r.Scenario.Reaction()))
	}
	if len(growth) > 0 {
		line += "; growth: " + strings.Join(volumes(growth), "; ")
	}
	if len(response) > 0 {
		line += "; response: " + strings.Join(volumes(response), "; ")
	}
	return line + "; projection: pledgesim"
}

// publications adds the names of sources that are not there yet.
func publications(known []string, sources []scenario.Source) []string {
	for _, s := range sources {
		if text := s.Publisher + ", " + s.Title; !slices.Contains(known, text) {
			known = append(known, text)
		}
	}
	return known
}

// volumes says once what publications have in common that differ after the last
// comma only: "IMF, Outlook, April 2019 and April 2024".
func volumes(publications []string) []string {
	var works []string
	parts := map[string][]string{}
	for _, p := range publications {
		work, part := p, ""
		if at := strings.LastIndex(p, ", "); at >= 0 {
			work, part = p[:at], p[at+2:]
		}
		if parts[work] == nil {
			works = append(works, work)
		}
		parts[work] = append(parts[work], part)
	}
	for i, work := range works {
		if part := list(parts[work]); part != "" {
			works[i] += ", " + part
		}
	}
	return works
}

// published is the source line of a figure without projections.
func published(rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	var lines []string
	for _, d := range append(datasets(rs), outcomes...) {
		if line := origin(d); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return "Source: " + strings.Join(lines, "; ")
}

// datasets gives the data set of each result.
func datasets(rs []*projection.Result) []*scenario.Dataset {
	all := make([]*scenario.Dataset, len(rs))
	for i, r := range rs {
		all[i] = r.Dataset
	}
	return all
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
