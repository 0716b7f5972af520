package plotting

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// paceOf is the pace table of members under a pledge, over changes of four years.
func paceOf(t testing.TB, pledge scenario.Pledge, ms ...scenario.Member) *projection.PaceTable {
	t.Helper()
	r := run(t, dataset(t, "test-2023", ms...), plan("pledge", pledge, scenario.Hold{}), projection.Options{Window: 4})
	table, err := projection.Pace(r)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// movers need 2% in 2027, five years after 2022: Germania 1.5 with +0.1 a year
// needs 0.1; Lusatia 1.0 with +0.05 needs 0.2, 4 times; Moravia 1.4 with 0 and
// Noricum 1.5 with -0.1 need 0.12 and 0.1; Raetia is there.
func movers() []scenario.Member {
	return []scenario.Member{
		country("GER", "Germania", 1.1, 1.2, 1.3, 1.4, 1.5),
		country("LUS", "Lusatia", 0.8, 0.85, 0.9, 0.95, 1.0),
		country("MOR", "Moravia", 1.4, 1.4, 1.4, 1.4, 1.4),
		country("NOR", "Noricum", 1.9, 1.8, 1.7, 1.6, 1.5),
		country("RAE", "Raetia", 2, 2, 2, 2, 2.1),
	}
}

// Atlantis is below 2% in 2022, and projected to be there before the pledge is
// known.
func TestPaceOfAPledgeToCome(t *testing.T) {
	d := dataset(t, "test-2023", country("AAA", "Atlantis", 1.5, 1.6, 1.7, 1.8, 1.95), country("BBB", "Borduria", 1, 1, 1, 1, 1))
	table, err := projection.Pace(run(t, d, plan("2% by 2030", scenario.Target{Share: 0.02, From: 2026, By: 2030}, scenario.Drift{Years: 4}), projection.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	f, err := Pace(table)
	if err != nil {
		t.Fatal(err)
	}
	if want := "No pace is needed of members at the target, as projected, when the pledge is known: Atlantis."; !strings.Contains(f.Note, want) {
		t.Errorf("note %q does not say %q", f.Note, want)
	}
}

// 0.2 points a year are twice 0.1, although their floats may be a little more.
func TestTwiceAsFastIsNotMore(t *testing.T) {
	now, points := 0.012, 0.001
	before, target := now-4*points, now+6*points
	twice := projection.MemberPace{PointsNow: (now - before) / 4, PointsNeeded: (target - now) / 3}
	if ratio, _ := twice.Ratio(); ratio <= 2 {
		t.Fatalf("%v is no test", ratio)
	}
	if got, want := paceTitle(sample(t), []projection.MemberPace{twice}, 3), "None of 3 members must move more than twice as fast as it did"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
}

func TestPace(t *testing.T) {
	f, err := Pace(paceOf(t, dueTarget, movers()...))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range f.chart.(*dumbbells).rows {
		got = append(got, row.name+": "+row.text)
	}
	want := []string{"Lusatia: 4.0×", "Moravia: standing still", "Germania: enough", "Noricum: moving away"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if want := "2 of 5 members must move more than twice as fast as they did, 1 is moving away"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	if want := "No pace is needed of members at the target in 2022 already: Raetia."; !strings.Contains(f.Note, want) {
		t.Errorf("note %q does not say %q", f.Note, want)
	}
	f.Page, f.DPI = Report, 80
	checkGolden(t, "pace", f)
}

func TestPaceOfOne(t *testing.T) {
	for i, want := range []string{
		"Germania moves fast enough for 2% of GDP by 2027",
		"Lusatia must move 4.0 times as fast as it did for 2% of GDP by 2027",
		"Moravia is standing still and needs 2% of GDP by 2027",
		"Noricum is moving away from 2% of GDP by 2027",
	} {
		f, err := Pace(paceOf(t, dueTarget, movers()[i]))
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != want {
			t.Errorf("title %q, want %q", f.Title, want)
		}
	}
}

func TestTimesAsFast(t *testing.T) {
	for _, tc := range []struct {
		now, needed float64
		want        string
	}{
		{0.001, 0.001, "enough"}, {0.001, 0.0024, "2.4×"}, {0.001, 0.0125, "12×"}, {0.00001, 0.002, "over 100×"},
		{0, 0.002, "standing still"}, {-0.001, 0.002, "moving away"}, {math.NaN(), 0.002, "not known"},
	} {
		if got := timesAsFast(projection.MemberPace{PointsNow: tc.now, PointsNeeded: tc.needed}); got != tc.want {
			t.Errorf("%v of %v: %q, want %q", tc.needed, tc.now, got, tc.want)
		}
	}
}

// A pledge that is known later counts from the projection, whose assumptions are
// then named.
func TestPaceFromLater(t *testing.T) {
	f, err := Pace(paceOf(t, scenario.Target{Share: 2 * scenario.Percent, From: 2025, By: 2030}, movers()...))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(f.Note, "spending keeps its share of GDP") && !strings.Contains(f.Note, "Spending keeps its share of GDP") || !strings.Contains(f.Source, "projection") {
		t.Errorf("note %q, source %q", f.Note, f.Source)
	}
}

func TestPaceErrors(t *testing.T) {
	for name, tc := range map[string]struct {
		table *projection.PaceTable
		want  string
	}{
		"nil":         {nil, "the table is nil"},
		"empty":       {&projection.PaceTable{}, "the table is empty"},
		"no deadline": {paceOf(t, openTarget, movers()...), "no pace is needed of anyone"},
		"no pledge":   {paceOf(t, nil, movers()...), "no pace is needed of anyone"},
	} {
		f, err := Pace(tc.table)
		if f != nil || err == nil || !strings.HasPrefix(err.Error(), "Pace: ") || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, %v, want %q", name, f, err, tc.want)
		}
		if name != "nil" && !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("%s: %v is not ErrInvalid", name, err)
		}
	}
}

// Far values are not drawn on the axis but have an arrow with a number each.
func TestPaceFarValues(t *testing.T) {
	ms := movers()
	ms = append(ms, country("VAN", "Vandalia", 9, 7, 5, 3, 1.2), country("ZEA", "Zealand", 0.1, 0.2, 0.3, 0.4, 0.5))
	f, err := Pace(paceOf(t, scenario.Except{Pledge: dueTarget, Terms: map[string]scenario.Pledge{"ZEA": scenario.Target{Share: 0.06, By: 2024}}}, ms...))
	if err != nil {
		t.Fatal(err)
	}
	all, _, err := words(f)
	if err != nil {
		t.Fatal(err)
	}
	// Vandalia: (1.2-9)/4 = -1.95; Zealand: (6-0.5)/2 = 2.75.
	for _, want := range []string{"−1.95", "+2.75"} {
		n := 0
		for _, w := range all {
			if w.text == want {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%q is written %d times", want, n)
		}
	}
	f.Page, f.DPI = Report, 80
	checkGolden(t, "pace-far", f)
	checkSturdy(t, "far values", f)
}

// Pages and themes with few and many members, long names, and some in grey.
func TestPaceSizes(t *testing.T) {
	for _, n := range []int{2, 12, 31} { // the only member of one is at its target
		table, err := projection.Pace(longNamed(t, n)[1])
		if err != nil {
			t.Fatal(err)
		}
		f, err := Pace(table)
		if err != nil {
			t.Fatal(err)
		}
		f.Highlight = []string{f.chart.(*dumbbells).rows[0].code}
		checkSturdy(t, fmt.Sprint(n, " members"), f)
	}
	for i, m := range movers()[:4] {
		f, err := Pace(paceOf(t, dueTarget, m))
		if err != nil {
			t.Fatal(err)
		}
		checkSturdy(t, fmt.Sprint("mover ", i), f)
	}
}
