package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
)

// A maker makes a table from the evidence.
type maker struct {
	name string
	make func(*evidence) (table, error)
}

// makers are the tables of METHODS.md.
func makers() []maker {
	return []maker{
		{"quote", (*evidence).quote},
		{"variants", (*evidence).variants},
		{"scores", (*evidence).scores},
		{"medians", (*evidence).medians},
		{"calibrated", (*evidence).calibratedScores},
		{"editions", (*evidence).editionScores},
		{"bands", (*evidence).bands},
		{"years", (*evidence).outcomeYears},
		{"missed", (*evidence).missed},
		{"since", (*evidence).since},
		{"moves", moves},
		{"reliability", (*evidence).reliability},
		{"march2023", (*evidence).march2023},
		{"count", (*evidence).countTable},
		{"fit", fits},
		{"growth", growthErrors},
		{"response", responses},
		{"wales", wales},
	}
}

func names() []string {
	var all []string
	for _, m := range makers() {
		all = append(all, m.name)
	}
	return all
}

func (e *evidence) table(name string) (table, error) {
	for _, m := range makers() {
		if m.name == name {
			t, err := m.make(e)
			if err != nil {
				return t, fmt.Errorf("table %s: %w", name, err)
			}
			return t, nil
		}
	}
	return table{}, fmt.Errorf("there is no table %q", name)
}

// horizons are the columns of tables by years ahead.
var horizons = []string{"1 year", "2 years", "3 years", "4 years", "5 years", "all"}

// byHorizon gives the scores of one scenario, for 1 to 5 years ahead and all together.
func byHorizon(scores []projection.Score, name, group string) []projection.Score {
	var all []projection.Score
	for _, s := range scores {
		if s.Scenario == name && s.Group == group {
			all = append(all, s)
		}
	}
	return all
}

// outcomes says on what scores rest.
func outcomes(b *projection.Backtest) string {
	var n []string
	all := byHorizon(b.Scores(), calibrated, "all")
	for _, s := range all {
		n = append(n, fmt.Sprint(s.N))
	}
	last := all[len(all)-1]
	text := fmt.Sprintf("Outcomes by column: %s. Origins: %s.", strings.Join(n, ", "), spelled(b.Origins))
	if last.Estimated > 0 {
		text += fmt.Sprintf(" Estimates of the source among the outcomes: %d.", last.Estimated)
	}
	return text + fmt.Sprintf(" Left out, without an outcome or a start: %d. Truth: %s.", last.Missing, b.Truth.Edition)
}

// spelled writes years: "1995-2018, 2023".
func spelled(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		part := fmt.Sprint(years[i])
		if j > i {
			part += fmt.Sprintf("-%d", years[j])
		}
		parts, i = append(parts, part), j+1
	}
	return strings.Join(parts, ", ")
}

// compare is a table of the CRPS of scenarios, the best of each column bold.
func compare(title string, b *projection.Backtest, names []string, group string) table {
	t := table{title: title, header: append([]string{"CRPS, percentage points"}, horizons...)}
	scores := b.Scores()
	columns := make([][]float64, len(horizons))
	cells := make([][]string, len(horizons))
	for _, name := range names {
		for i, s := range byHorizon(scores, name, group) {
			columns[i], cells[i] = append(columns[i], s.CRPS), append(cells[i], points(s.CRPS))
		}
	}
	for i := range cells {
		smallest(cells[i], columns[i])
	}
	for k, name := range names {
		line := []string{name}
		for i := range cells {
			line = append(line, cells[i][k])
		}
		t.add(line...)
	}
	return t
}

// scores compares the default with those that always compete, over the long history.
func (e *evidence) scores() (table, error) {
	b, err := e.history()
	if err != nil {
		return table{}, err
	}
	t := compare("Forecasts of the share of GDP, World Bank's figures, from the ends of 1995 to 2018", b, append(projection.Competitors(), holding, calibrated), "all")
	t.notes = []string{"**Bold**: the best of a column. CRPS: continuous ranked probability score; smaller is better. Of the first four, which are points, it is the absolute error; \"" + holding + "\" is the last share with the random shocks of the default. " + outcomes(b)}
	return t, nil
}

// calibratedScores are all scores of the default, by horizon.
func (e *evidence) calibratedScores() (table, error) {
	b, err := e.history()
	if err != nil {
		return table{}, err
	}
	t := scoreLines("The default by horizon, World Bank's figures, from the ends of 1995 to 2018", b, "all")
	brier := slices.Index(t.header, "Brier score") // of NATO's 2%, which is not for shares on another definition
	t.header = slices.Delete(t.header, brier, brier+2)
	for i := range t.lines {
		t.lines[i] = slices.Delete(t.lines[i], brier, brier+2)
	}
	t.notes = []string{scoreNote + " " + outcomes(b)}
	return t, nil
}

const scoreNote = "MAE: mean absolute error of the median. Bias: median less outcome, positive where too much was forecast. Interval score: of the 80% band. Skill: how much smaller the CRPS is than that of hold-last, which is a point: most of it is what any band gains."

const brierNote = " Brier score: of the chance of having reached what was asked by the year, of members that were not there; asked is 2% of GDP by 2024, known from budgets of 2015 on, then 2% every year; a chance of one half always scores 0.250."

// scoreLines is a table of all scores of the default.
func scoreLines(title string, b *projection.Backtest, groups ...string) table {
	t := table{title: title, header: []string{"years ahead", "outcomes", "MAE", "bias", "CRPS", "interval score", "inside 50%", "inside 80%", "inside 90%", "Brier score", "chances", "skill, %"}}
	scores := b.Scores()
	for _, g := range groups {
		for _, s := range byHorizon(scores, calibrated, g) {
			ahead := fmt.Sprint(s.Ahead)
			if s.Ahead == 0 {
				ahead = "all"
			}
			if g != "all" {
				ahead = g + ", " + ahead
			}
			t.add(ahead, fmt.Sprint(s.N), points(s.MAE), number("%+.3f", 100*s.Bias), points(s.CRPS), points(s.IntervalScore),
				percent(s.Inside50), percent(s.Inside80), percent(s.Inside90), number("%.3f", s.Brier), fmt.Sprint(s.BrierN), percent(s.Skill))
		}
	}
	return t
}

// editionScores compares the models on NATO's own figures up to the end of 2018.
func (e *evidence) editionScores() (table, error) {
	b, err := e.editions()
	if err != nil {
		return table{}, err
	}
	b = b.Where(upTo2018)
	t := compare("Forecasts of the share of GDP, NATO's editions, from the ends of 2013 to 2018", b, slices.Concat(projection.Competitors(), []string{holding, calibrated}), "all")
	t.notes = []string{"**Bold**: the best of a column. " + outcomes(b)}
	return t, nil
}
