package plotting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// source is the line that says where the figures come from, those of growth
// and of what really happened included. The edition is always named.
func source(rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	line := published(rs, outcomes...)
	var growth, response []scenario.Source
	for _, r := range rs {
		growth = append(growth, scenario.Origins(r.Scenario.Growth)...)
		response = append(response, scenario.Origins(r.Scenario.Reaction())...)
	}
	if len(growth) > 0 {
		line += "; growth: " + strings.Join(volumes(publications(growth)), "; ")
	}
	if len(response) > 0 {
		line += "; response: " + strings.Join(volumes(publications(response)), "; ")
	}
	return line + "; projection: pledgesim"
}

// publications gives the names of sources in order of their dates, each once.
func publications(sources []scenario.Source) []string {
	slices.SortStableFunc(sources, func(a, b scenario.Source) int { return a.Date.Compare(b.Date) })
	var names []string
	for _, s := range sources {
		names = append(names, s.String())
	}
	return once(names)
}

// volumes says once what publications have in common that differ after the last
// comma only: "IMF, Outlook, April 2019 and April 2024"; of many the first and the last.
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
		all := parts[work]
		if n := len(all); n > maxScenarios {
			works[i] += fmt.Sprintf(", %d from %s to %s", n, all[0], all[n-1])
		} else if part := list(all); part != "" {
			works[i] += ", " + part
		}
	}
	return works
}

// published is the source line of a figure without projections.
func published(rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	var works, lines []string
	editions := map[string][]string{}
	for _, d := range append(datasets(rs), outcomes...) {
		work := readFrom(d)
		works, editions[work] = append(works, work), append(editions[work], d.Edition)
	}
	for _, work := range once(works) {
		for _, edition := range editionsInWords(editions[work]) {
			lines = append(lines, work+"edition "+edition)
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

// readFrom names the publications a data set was read from, by publisher, each with a
// comma after it.
func readFrom(d *scenario.Dataset) string {
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
	text := ""
	for _, p := range publishers {
		for _, part := range []string{p, strings.Join(titles[p], ", and ")} {
			if part != "" {
				text += part + ", "
			}
		}
	}
	return text
}
