package plotting

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// sensitivityOf is that of a member at 1.5% of GDP in 2022 whose spending grows
// by 4% a year and GDP by 1.5%: it is at 2% in 2034, since ln(2/1.5) over
// ln(1.04/1.015) is 11.8.
func sensitivityOf(t testing.TB, to int, axes ...projection.Axis) *projection.Sensitivity {
	t.Helper()
	d := dataset(t, "test-2023", country("AAA", "Atlantis", 1.5, 1.5, 1.5, 1.5, 1.5))
	s := scenario.Scenario{Name: "2%", Pledge: openTarget, Growth: scenario.Constant(0.015), Response: scenario.Budget{RealGrowth: 0.04}}
	got, err := projection.OneAtATime(context.Background(), d, s, "AAA", axes, projection.Options{To: to})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// GDP at 0%, 3%: ln(2/1.5) over ln(1.04) is 7.3, over ln(1.04/1.03) 29.8, which
// makes 8 and 30 years. Spending at 4.5%: 9.9, at 3%: 19.6; 10 and 20 years. 1.8%:
// 7.5, 2.2%: 15.7; 8 and 16 years; 1.5% is met already.
var (
	growthAxis   = projection.GrowthShifts(-0.015, 0.015)
	spendingAxis = projection.SpendingShifts(0.005, -0.01)
	targetAxis   = projection.Targets(0.018, 0.022)
)

func TestTornadoTexts(t *testing.T) {
	type texts struct{ Left, Right, Already, Never []string }
	for _, tc := range []struct {
		name  string
		to    int
		axes  []projection.Axis
		title string
		want  texts
	}{
		{"all by the horizon", 2060, []projection.Axis{targetAxis, growthAxis}, "GDP growth moves Atlantis’ year most: by 22 years",
			texts{Left: []string{"−1.5 pp: 2030", "1.8%: 2030"}, Right: []string{"+1.5 pp: 2052", "2.2%: 2038"}, Already: []string{"", ""}, Never: []string{"", ""}}},
		{"beyond the horizon", 2040, []projection.Axis{growthAxis, spendingAxis}, "Between 2022 and 2040, GDP growth moves Atlantis’ year most: by at least 11 years",
			texts{Left: []string{"−1.5 pp: 2030", "+0.5 pp: 2032"}, Right: []string{"", ""}, Already: []string{"", ""}, Never: []string{"+1.5 pp", "−1 pp"}}},
		// To 2030 with 1.8% are 4 years; 3% a year needs until 2042, which is more but
		// not seen up to 2036.
		{"a smaller one beyond the horizon", 2036, []projection.Axis{projection.Targets(0.018), projection.SpendingShifts(-0.01)}, "Between 2022 and 2036, the target moves Atlantis’ year most: by 4 years",
			texts{Left: []string{"1.8%: 2030", ""}, Right: []string{"", ""}, Already: []string{"", ""}, Never: []string{"", "−1 pp"}}},
		{"the largest beyond the horizon", 2036, []projection.Axis{projection.Targets(0.019), projection.SpendingShifts(-0.01)}, "Spending growth moves Atlantis’ year most: by at least 3 years",
			texts{Left: []string{"", "1.9%: 2032"}, Right: []string{"", ""}, Already: []string{"", ""}, Never: []string{"−1 pp", ""}}},
		{"already", 2060, []projection.Axis{projection.Targets(0.015, 0.018)}, "The target moves Atlantis’ year by at least 12 years",
			texts{Left: []string{""}, Right: []string{""}, Already: []string{"1.5%"}, Never: []string{""}}},
		{"without a change never", 2030, []projection.Axis{growthAxis}, "GDP growth moves Atlantis’ year by at least 1 year",
			texts{Left: []string{"−1.5 pp: 2030"}, Right: []string{""}, Already: []string{""}, Never: []string{"+1.5 pp"}}},
		{"never in any case", 2025, []projection.Axis{growthAxis, targetAxis}, "Atlantis does not reach 2% of GDP by 2025 in any case",
			texts{Left: []string{"", ""}, Right: []string{"", ""}, Already: []string{"", ""}, Never: []string{"−1.5 pp, +1.5 pp", "1.8%, 2.2%"}}},
		// A cap of 4.04% or 5% changes nothing.
		{"no change", 2060, []projection.Axis{projection.Caps(0.0404, 0.05)}, "None of these assumptions moves the year in which Atlantis reaches 2% of GDP",
			texts{Left: []string{""}, Right: []string{"4.04%, 5%: no change"}, Already: []string{""}, Never: []string{""}}},
		{"both later", 2060, []projection.Axis{projection.Targets(0.021, 0.022)}, "The target moves Atlantis’ year by 4 years",
			texts{Left: []string{""}, Right: []string{"2.2%: 2038, 2.1%: 2036"}, Already: []string{""}, Never: []string{""}}},
		{"many values", 2060, []projection.Axis{projection.Targets(0.018, 0.019, 0.021, 0.022)}, "The target moves Atlantis’ year by 8 years",
			texts{Left: []string{"1.8%: 2030"}, Right: []string{"2.2%: 2038"}, Already: []string{""}, Never: []string{""}}},
		{"a tie", 2060, []projection.Axis{projection.GrowthShifts(0.015), projection.Growths(0.03)}, "Shift of GDP growth and GDP growth move Atlantis’ year most: by 18 years each",
			texts{Left: []string{"", ""}, Right: []string{"+1.5 pp: 2052", "3%: 2052"}, Already: []string{"", ""}, Never: []string{"", ""}}},
	} {
		f, err := Tornado(sensitivityOf(t, tc.to, tc.axes...))
		if err != nil {
			t.Fatal(err)
		}
		c := f.chart.(*tornado)
		got := texts{Left: c.texts(-1), Right: c.texts(1), Already: c.columnTexts(already), Never: c.columnTexts(never)}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		if f.Title != tc.title {
			t.Errorf("%s: title %q, want %q", tc.name, f.Title, tc.title)
		}
		checkSturdy(t, tc.name, f)
	}
}

// Both values lead beyond the base year, one of them to the column: the other is
// written on the bar.
func TestTornadoOnBar(t *testing.T) {
	f, err := Tornado(sensitivityOf(t, 2037, projection.Targets(0.021, 0.022), growthAxis, spendingAxis))
	if err != nil {
		t.Fatal(err)
	}
	all, _, err := words(f)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, w := range all {
		if w.text == "2.1%: 2036" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the nearer value is written %d times", n)
	}
	f.Page, f.DPI = Report, 80
	checkGolden(t, "tornado", f)
	checkSturdy(t, "on bar", f)
}

func TestTornadoNotes(t *testing.T) {
	later := projection.Axis{Name: "first year", Values: []float64{2023, 2070}, Part: projection.PledgePart, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		s.Pledge = scenario.Target{Share: 0.022, From: int(v)}
		return s, nil
	}}
	f, err := Tornado(sensitivityOf(t, 2060, later, projection.Targets(0.018, 0.019, 0.022)))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"First year 2070: nothing is asked.", "Dots: the values between.", "GDP grows 1.5% a year."} {
		if !strings.Contains(f.Note, want) {
			t.Errorf("note %q does not say %q", f.Note, want)
		}
	}
	if want := "Year in which Atlantis reaches its target (2% of GDP unless changed), one assumption changed at a time"; f.Subtitle != want {
		t.Errorf("subtitle %q, want %q", f.Subtitle, want)
	}
}

func TestTornadoErrors(t *testing.T) {
	d := sample(t)
	idle, err := projection.OneAtATime(context.Background(), d, plan("idle", nil, scenario.Hold{}), "DEU", []projection.Axis{growthAxis}, projection.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		s    *projection.Sensitivity
		want string
	}{
		"nil":           {nil, "the sensitivity is nil"},
		"empty":         {&projection.Sensitivity{}, "the sensitivity is empty"},
		"nothing asked": {idle, "nothing is asked of any member"},
	} {
		f, err := Tornado(tc.s)
		if f != nil || err == nil || !strings.HasPrefix(err.Error(), "Tornado: ") || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, %v, want %q", name, f, err, tc.want)
		}
	}
}
