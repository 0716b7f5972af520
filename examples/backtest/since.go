package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// missed shows, without any retuning, how all models did from the end of 2019 on.
func (e *evidence) missed() (table, error) {
	b, err := e.editions()
	if err != nil {
		return table{}, err
	}
	b = b.Where(since)
	names := projection.Competitors()
	for _, v := range tried() {
		names = append(names, v.name)
	}
	t := compare("Forecasts of the share of GDP, NATO's editions, from the end of 2019 on", b, names, "all")
	t.header = append(t.header, "without estimates", "inside 80% band", "without estimates", "bias", "Brier score")
	settled := b.Where(observed).Scores()
	scores := b.Scores()
	for i, name := range names {
		last, sure := overall(scores, name), overall(settled, name)
		inside, insideSure := percent(last.Inside80), percent(sure.Inside80)
		if slices.Contains(projection.Competitors(), name) {
			inside, insideSure = "", "" // a point has no band
		}
		t.lines[i] = append(t.lines[i], points(sure.CRPS), inside, insideSure, number("%+.3f", 100*last.Bias), number("%.3f", last.Brier))
	}
	t.notes = []string{"The last columns: all horizons together. Bias: percentage points, negative where too little was forecast. Brier score: of the chance of having reached what was asked, which is 0 or 1 of a point; a chance of one half always scores 0.250. Without estimates: outcomes up to 2024; of 2025 NATO has estimates only. " + outcomes(b)}
	return t, nil
}

// overall is the score of a scenario over all horizons.
func overall(scores []projection.Score, name string) projection.Score {
	all := byHorizon(scores, name, "all")
	return all[len(all)-1]
}

// observed keeps forecasts whose outcome is not an estimate.
func observed(f projection.Forecast) bool { return f.Outcome.Status == scenario.Observed }

// since are all scores of the default from the end of 2019 on, by horizon and group.
func (e *evidence) since() (table, error) {
	b, err := e.editions()
	if err != nil {
		return table{}, err
	}
	b = b.Where(since)
	t := scoreLines("The default by horizon, NATO's editions, from the end of 2019 on", b, "all", "bordering Russia", "others")
	t.notes = []string{scoreNote + brierNote + " Empty: fewer than 20 outcomes. " + outcomes(b)}
	return t, nil
}

// bands shows how often outcomes lay inside the bands of the default.
func (e *evidence) bands() (table, error) {
	long, short, err := e.both()
	if err != nil {
		return table{}, err
	}
	t := table{title: "Outcomes inside the 50%, 80% and 90% bands of the default, per cent", header: append([]string{""}, horizons...)}
	for _, part := range []struct {
		name string
		b    *projection.Backtest
	}{
		{"World Bank, origins 1995-2018", long},
		{"NATO, origins 2013-2018", short.Where(upTo2018)},
		{"of these, outcomes up to 2021", short.Where(func(f projection.Forecast) bool { return upTo2018(f) && f.Year <= 2021 })},
		{"of these, outcomes from 2022", short.Where(func(f projection.Forecast) bool { return upTo2018(f) && f.Year > 2021 })},
		{"NATO, origins from 2019", short.Where(since)},
		{"of these, without estimates", short.Where(since).Where(observed)},
	} {
		line := []string{part.name}
		found := byHorizon(part.b.Scores(), calibrated, "all")
		for ahead := 1; ahead <= 6; ahead++ {
			cell := ""
			for _, s := range found {
				if s.Ahead == ahead%6 && s.N >= part.b.Options.MinOutcomes { // 0 are all, in the last column
					cell = fmt.Sprintf("%s / %s / %s", percent(s.Inside50), percent(s.Inside80), percent(s.Inside90))
				}
			}
			line = append(line, cell)
		}
		t.add(line...)
	}
	t.notes = []string{"Empty: fewer than 20 outcomes."}
	return t, nil
}

// march2023 lists what was projected from the edition of March 2023, and what happened.
func (e *evidence) march2023() (table, error) {
	b, err := e.editions()
	if err != nil {
		return table{}, err
	}
	const year = 2024
	t := table{
		title:  "Projected in March 2023, and happened: share of GDP in 2024, per cent",
		header: []string{"member", "2022", "trend", "calibrated, median", "80% band", "happened", "inside", "chance of 2% by 2024", "at 2%"},
	}
	trend := map[string]float64{}
	inside, all, later := 0, 0, 0
	var lines [][]string
	for _, f := range b.Forecasts {
		if f.Origin == 2023 && f.Year == year && f.Scenario == "trend" {
			trend[f.Member] = f.P50
		}
	}
	known, err := nato.Archive{}.AsOf(2023)
	if err != nil {
		return t, err
	}
	for _, f := range b.Forecasts {
		if f.Origin != 2023 || f.Year != year || f.Scenario != calibrated {
			continue
		}
		m, err := known.Member(f.Member)
		if err != nil {
			return t, err
		}
		start, _ := m.Share.Observe(f.Base)
		mark := ""
		if start.Edition != known.Edition {
			mark = "*" // printed later
			later++
		}
		happened, within, reached := "", "", ""
		if f.Scored() {
			all++
			happened, within, reached = share(f.Outcome.Value), "no", "no"
			if f.P10 <= f.Outcome.Value && f.Outcome.Value <= f.P90 {
				within = "yes"
				inside++
			}
			if f.Reached {
				reached = "yes"
			}
			if f.Already {
				reached = "was in 2022"
			}
		}
		lines = append(lines, []string{f.Name, share(start.Value) + mark, share(trend[f.Member]), share(f.P50), share(f.P10) + " to " + share(f.P90), happened, within, percent(f.Chance), reached})
	}
	slices.SortFunc(lines, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	t.lines = lines
	t.notes = []string{fmt.Sprintf("Inside the 80%% band: %d of %d. From edition nato-2023-03, base year 2022, of which most shares are estimates of that day; growth as the IMF forecast it in October 2022. Happened: edition %s. At 2%%: in 2023 or 2024. In the backtest these are the forecasts of origin 2023, at whose end no newer edition was out. %s: of %d members the share of 2022 of that day was not found, and one of June 2024 stands in. Luxembourg has no outcome: its denominator changed in 2023.", inside, all, b.Truth.Edition, "\"*\"", later)}
	return t, nil
}

// share writes a fraction of GDP in per cent with NATO's two decimals.
func share(v float64) string { return fmt.Sprintf("%.2f", scenario.ToPercent(v)) }

// reliability sets the chances of having reached 2% beside what happened.
func (e *evidence) reliability() (table, error) {
	b, err := e.editions()
	if err != nil {
		return table{}, err
	}
	t := table{
		title:  "Chances of having reached what was asked by the year, and how many came true, NATO's editions",
		header: []string{"chance, %", "origins up to 2018: chances", "mean, %", "came true, %", "origins from 2019: chances", "mean, %", "came true, %"},
	}
	var parts []*projection.ChanceReliability
	for _, keep := range []func(projection.Forecast) bool{upTo2018, since} {
		r, err := b.Where(keep).Chances(calibrated)
		if err != nil {
			return t, err
		}
		parts = append(parts, r)
	}
	for i, bin := range parts[0].Bins {
		line := []string{fmt.Sprintf("%.0f to %.0f", 100*bin.From, 100*bin.To)}
		for _, r := range parts {
			bin := r.Bins[i]
			line = append(line, fmt.Sprint(bin.N), percent(bin.Mean), percent(bin.Frequency()))
		}
		t.add(line...)
	}
	line := []string{"all: expected, came true"}
	for _, r := range parts {
		expected, reached := 0.0, 0
		for _, bin := range r.Bins {
			if bin.N > 0 {
				expected, reached = expected+bin.Mean*float64(bin.N), reached+bin.Reached
			}
		}
		line = append(line, fmt.Sprint(r.N), fmt.Sprintf("%.0f members", expected), fmt.Sprintf("%d members", reached))
	}
	t.add(line...)
	line = []string{"all: Brier score"}
	for _, r := range parts {
		line = append(line, fmt.Sprint(r.N), number("%.3f", r.Brier), "")
	}
	t.add(line...)
	t.notes = []string{"Of members that were not there in the base year. Calibrated chances come true as often as their mean says. Members: once for each origin and year ahead."}
	return t, nil
}
