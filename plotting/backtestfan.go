package plotting

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// BacktestFan is [Fan] with what really happened: the share of GDP by a later
// edition as a solid line with dots, hollow where the source calls them estimates,
// over the bands that were simulated. The grey line before is the history as the
// edition of the simulation printed it. The title says in which band the last
// observed outcome lies; how often outcomes of all members do is [Calibration].
func BacktestFan(member string, outcome *scenario.Dataset, e *projection.Ensemble) (*Figure, error) {
	f, err := backtestFan(member, outcome, e)
	if err != nil {
		return nil, fmt.Errorf("BacktestFan: %w", err)
	}
	return f, nil
}

func backtestFan(member string, outcome *scenario.Dataset, e *projection.Ensemble) (*Figure, error) {
	f, words, rs, err := fanned(member, e)
	if err != nil {
		return nil, err
	}
	if err := checkOutcome(outcome, rs); err != nil {
		return nil, err
	}
	m, err := outcome.Member(member)
	if err != nil {
		return nil, err
	}
	year, err := comparedIn(rs, m.Share, outcome)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.Name, err)
	}
	c := f.chart.(*timeChart)
	hollow := estimates(c.history) // which is drawn without marks here
	words = slices.DeleteFunc(words, func(s string) bool { return s == hollow })
	end, _ := m.Share.Observe(m.Share.Last())
	c.printed, c.history = []scenario.Series{c.history}, scenario.Series{}
	c.since = "simulated from"
	c.first, c.last = min(c.first, m.Share.First()), max(c.last, end.Year)
	c.outcome = timeLine{label: whatHappened(percent(end.Value), end), values: m.Share}
	f.Title = backtestFanTitle(m, outcome.Denominator, c, year)
	f.Source, f.editions = source(rs, outcome), editionsOf(rs, outcome)
	words = append(words, c.happenedBy(outcome), estimatesMarked(m.Share))
	words = append(words, breaks(outcome, []string{m.Code}, c.base)...)
	f.Note = note(append(words, caveatsOn(m, rs, outcome))...)
	return f, nil
}

// backtestFanTitle states what a member spent in a year, and in which of the bands
// that is: "Germany spent 2.00% of GDP in 2024, above the 90% band simulated from
// 2022 (1.38% to 1.73%)".
func backtestFanTitle(m *scenario.Member, of string, c *timeChart, year int) string {
	really, _ := m.Share.Observe(year)
	fact := fmt.Sprintf("%s spent %s of %s in %s", m.Name, percent(really.Value), of, yearOf(really))
	if brokenSince(m, c.base, year) != nil {
		return fact + ", which cannot be compared with what was simulated"
	}
	where, in := "", c.bands[0] // the widest
	for _, b := range c.bands {
		low, _ := b.low.At(year)
		high, _ := b.high.At(year)
		switch {
		case printed(really.Value) > printed(high) && where == "": // as a reader sees them
			where = "above"
		case printed(really.Value) < printed(low) && where == "":
			where = "below"
		case printed(really.Value) >= printed(low) && printed(really.Value) <= printed(high):
			where, in = "inside", b
		}
	}
	low, _ := in.low.At(year)
	high, _ := in.high.At(year)
	return fmt.Sprintf("%s, %s the %.0f%% band simulated from %d (%s)", fact, where, scenario.ToPercent(in.part), c.base, shareRange(low, high))
}
