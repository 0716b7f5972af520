package projection_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// agreed are common pledges that replace each other: the last that is known holds.
type agreed []scenario.Target

func (p agreed) Ask(v scenario.View) scenario.Ask { return p[len(p)-1].Ask(v) }

func (p agreed) KnownBy(year int) scenario.Pledge {
	for i := len(p) - 1; i >= 0; i-- {
		if p[i].From <= year {
			return p[i : i+1]
		}
	}
	return nil
}

// On NATO's editions of the time, each origin starts from the last share that was
// known then and is asked what was agreed then.
func TestBacktestOnTheArchive(t *testing.T) {
	var pledges agreed
	for _, a := range nato.AllAgreed() {
		pledges = append(pledges, a.Pledge.(scenario.Target))
	}
	origins := []int{2013, 2014, 2018, 2019, 2022, 2023, 2024}
	b := backtest(t, nato.Archive{}, nato.Latest(), origins, nil, projection.BacktestOptions{Pledge: pledges, Growth: scenario.Constant(0.015)})
	asked := map[int]string{}
	for _, f := range b.Forecasts {
		known, err := nato.Archive{}.AsOf(f.Origin)
		if err != nil {
			t.Fatal(err)
		}
		m, err := known.Member(f.Member)
		if err != nil {
			t.Fatal(err)
		}
		if share, _ := m.Share.At(known.Last()); f.Scenario == "hold-last" && f.Base == known.Last() && math.Abs(f.P50-share) > 1e-12 {
			t.Errorf("from %d, base year %d: %s holds %v, want %v", f.Origin, f.Base, f.Member, f.P50, share)
		}
		if f.Member == "DEU" {
			asked[f.Origin] = fmt.Sprintf("%s from %d on, edition %s", scenario.FormatShare(f.Asked), f.Base+1, f.Edition)
		}
		if f.Scenario == "pledge met" && f.Origin >= 2023 && f.Year >= 2024 && f.Scored() && f.P50 < 0.02-1e-12 {
			t.Errorf("from %d: %s does not meet what was agreed in Vilnius: %v in %d", f.Origin, f.Member, f.P50, f.Year)
		}
	}
	// The sources of the dates are those of package nato; edition 2023-03 ends in 2022.
	want := map[int]string{
		2013: "2% from 2014 on, edition nato-2019-06 cut at 2013", // Riga, without a deadline
		2014: "2% from 2015 on, edition nato-2019-06 cut at 2014",
		2018: "2% from 2019 on, edition nato-2019-06 cut at 2018",
		2019: "2% from 2020 on, edition nato-2019-06",
		2022: "2% from 2023 on, edition nato-2023-03 cut at 2022",
		2023: "2% from 2023 on, edition nato-2023-03",
		2024: "2% from 2025 on, edition nato-2024-06",
	}
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Error(diff)
	}
	wanted := "LUX: from 2023 on left out of what was forecast before"
	found := false
	for _, w := range words(b.Warnings) {
		found = found || len(w) > len(wanted) && w[:len(wanted)] == wanted
	}
	if !found {
		t.Errorf("no warning %q in %v", wanted, b.Warnings)
	}
}
