package plotting

import (
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// The title names the narrowest band that an outcome lies in, ends included, or the
// widest if it lies in none.
func TestBacktestFanTitle(t *testing.T) {
	band := func(part, low, high float64) yearBand {
		return yearBand{part: part, low: scenario.NewSeries(2022, 0.015, low), high: scenario.NewSeries(2022, 0.015, high)}
	}
	c := &timeChart{base: 2022, bands: []yearBand{band(0.9, 0.010, 0.020), band(0.8, 0.012, 0.018), band(0.5, 0.014, 0.016)}}
	for _, tc := range []struct {
		share float64 // in per cent
		want  string
	}{
		{2.10, "above the 90% band simulated from 2022 (1.00% to 2.00%)"},
		{0.90, "below the 90% band simulated from 2022 (1.00% to 2.00%)"},
		{1.90, "inside the 90% band simulated from 2022 (1.00% to 2.00%)"},
		{1.20, "inside the 80% band simulated from 2022 (1.20% to 1.80%)"},
		{1.50, "inside the 50% band simulated from 2022 (1.40% to 1.60%)"},
	} {
		m := scenario.Member{Name: "Germany", Share: scenario.NewSeries(2023, tc.share/100)}
		want := "Germany spent " + percent(tc.share/100) + " of GDP in 2023, " + tc.want
		if got := backtestFanTitle(&m, "GDP", c, 2023); got != want {
			t.Errorf("title %q, want %q", got, want)
		}
	}
	broken := scenario.Member{Name: "Germany", Share: scenario.NewSeries(2023, 0.015), Breaks: []scenario.Break{{Year: 2023, Why: "new accounts"}}}
	if got := backtestFanTitle(&broken, "GDP", c, 2023); !strings.HasSuffix(got, "which cannot be compared with what was simulated") {
		t.Errorf("after a break: %q", got)
	}
}

// Marks of estimates are explained once.
func TestBacktestFanNote(t *testing.T) {
	d := afterwards(t)
	f, err := BacktestFan("Germany", d, coverage(t, d).Ensembles[0])
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(f.Note, "Hollow marks"); n != 1 || !strings.Contains(f.Note, "What happened: by edition test-2026; thin grey lines") {
		t.Errorf("%d explanations of hollow marks in %q", n, f.Note)
	}
}

// Thin lines are explained where another edition printed other figures.
func TestRevised(t *testing.T) {
	printed := scenario.NewSeries(2020, 0.015, 0.016)
	for _, tc := range []struct {
		happened scenario.Series
		want     bool
	}{
		{scenario.NewSeries(2020, 0.015, 0.016, 0.02), false},
		{scenario.NewSeries(2020, 0.015, 0.017, 0.02), true},
		{scenario.NewSeries(2021, 0.016, 0.02), true}, // 2020 by the other edition only
	} {
		c := &timeChart{printed: []scenario.Series{printed}, outcome: timeLine{values: tc.happened}}
		if got := c.revised(); got != tc.want {
			t.Errorf("%v beside %v: revised is %v", tc.happened, printed, got)
		}
	}
}
