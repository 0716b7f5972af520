package plotting

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func TestVerdict(t *testing.T) {
	band := func(inside, below, above int) projection.Band {
		return projection.Band{Nominal: 0.8, Inside: inside, Below: below, Above: above, N: inside + below + above}
	}
	for _, tc := range []struct {
		b    projection.Band
		want string
	}{
		{band(80, 10, 10), "about right"},
		{band(760, 120, 120), "about right"}, // 76%
		{band(740, 130, 130), "too sure"},
		{band(3, 2, 0), "about right"}, // 60% of 5: two standard errors of 5 trials are 36 points
		{band(61, 9, 30), "too sure and too low"},
		{band(61, 30, 9), "too sure and too high"},
		{band(95, 1, 4), "too cautious"},
	} {
		if got := verdict(tc.b); got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.b, got, tc.want)
		}
	}
	for simulations, want := range map[int]string{
		1: "Outcomes of 2019 to 2025 fell inside the 80% band 61% of the time: the simulation was too sure and too low",
		3: "Outcomes of 2019 to 2025 fell inside the 80% band 61% of the time: the simulations were too sure and too low",
	} {
		if got := calibrationTitle(band(61, 9, 30), simulations, 2019, 2025); got != want {
			t.Errorf("title %q, want %q", got, want)
		}
	}
	// Four outcomes are no ground for a verdict.
	if got, want := calibrationTitle(band(2, 1, 1), 1, 2024, 2024), "2 of 4 outcomes fell inside the 80% band, too few to judge by"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	// 299 of 300 are not all.
	if got, want := calibrationTitle(band(299, 1, 0), 1, 2024, 2024), "Outcomes of 2024 fell inside the 80% band >99% of the time: the simulation was too cautious"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
}

// Each bar has what the coverage counts, and marks where the band should end.
func TestCalibrationRows(t *testing.T) {
	c := coverage(t, afterwards(t))
	f, err := Calibration(c)
	if err != nil {
		t.Fatal(err)
	}
	rows := f.chart.(*partBars).rows
	var names []string
	for _, row := range rows {
		names = append(names, row.name)
	}
	want := []string{"50% band", "80% band", "90% band", "", "80% band, 1 year ahead", "80% band, 2 years ahead", "80% band, 3 years ahead", "80% band, 4 years ahead"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	for i, row := range []partRow{rows[1], rows[5]} {
		b := []projection.Band{c.All.Bands[1], c.Horizons[1].Bands[1]}[i]
		n := float64(b.N)
		want := [3]float64{float64(b.Below) / n, float64(b.Inside) / n, float64(b.Above) / n}
		if row.parts != want || row.due != [2]float64{(1 - b.Nominal) / 2, (1 + b.Nominal) / 2} {
			t.Errorf("%s: %v, marks %v; want %v", row.name, row.parts, row.due, want)
		}
	}
	// Five members in four years without Türkiye in 2024; two years are estimates.
	for _, want := range []string{"by edition test-2026: 19 in all, 10 of them estimates of the source.", "Left out: 1 that were simulated", "Simulated from 2022, with 200 draws, seed 1."} {
		if !strings.Contains(f.Note, want) {
			t.Errorf("note %q does not say %q", f.Note, want)
		}
	}
	if f.seed != "1" {
		t.Errorf("seed %q", f.seed)
	}
}

// One year ahead is no group of its own.
func TestCalibrationOfOneYear(t *testing.T) {
	d, err := afterwards(t).AsOf(2023)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Calibration(coverage(t, d))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(f.chart.(*partBars).rows); n != 3 {
		t.Errorf("%d rows, want the three bands", n)
	}
}

// What is the same for all simulations is said once.
func TestSimulatedFrom(t *testing.T) {
	simulate := func(base, draws int) *projection.Ensemble {
		s := plan("pace", openTarget, scenario.Hold{})
		s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: 1 * scenario.Percent}
		e, err := projection.Simulate(context.Background(), sample(t), s,
			projection.Options{Base: base, To: 2025, Draws: draws, Seed: 7})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	for want, es := range map[string][]*projection.Ensemble{
		"Simulated from 2021 and 2022, with 100 draws, seed 7":                      {simulate(2021, 100), simulate(2022, 100)},
		"Simulated from 2021 with 100 draws, seed 7 and 2022 with 50 draws, seed 7": {simulate(2021, 100), simulate(2022, 50)},
	} {
		if got := simulated(es); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
