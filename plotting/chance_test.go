package plotting

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// lucky is a scenario in which the shares go on as they went, but for luck.
func lucky(target scenario.Pledge) scenario.Scenario {
	return plan("With luck", target, scenario.Shocked{Response: scenario.Drift{Years: 4}, SD: 4 * scenario.Percent})
}

func simulate(t testing.TB, d *scenario.Dataset, s scenario.Scenario, o projection.Options) *projection.Ensemble {
	t.Helper()
	if o.To == 0 {
		o.To, o.Draws, o.Seed = 2032, 400, 7
	}
	s.Growth = scenario.AR1{Around: s.Growth} // as it was: SD is 0
	e, err := projection.Simulate(context.Background(), d, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func chances(t testing.TB, e *projection.Ensemble, years ...int) *Figure {
	t.Helper()
	f, err := Chance(e, years...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestChance(t *testing.T) {
	e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	f := chances(t, e, 2030, 2024, 2027, 2027)
	c := f.chart.(memberTable)
	want := []cellColumn{{heading: "2024"}, {heading: "2027", mark: "deadline"}, {heading: "2030"}}
	if diff := cmp.Diff(want, c.columns, cmp.AllowUnexported(cellColumn{})); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	// Those who are at 2% in 2022 are there in every draw.
	if diff := cmp.Diff([]string{"Estonia 100 100 100", "Greece 100 100 100"}, shown(f)[:2]); diff != "" {
		t.Errorf("first rows (-want +got):\n%s", diff)
	}
	for i, row := range c.members {
		for k, year := range []int{2024, 2027, 2030} {
			chance, err := e.Chance(row.code, year)
			if err != nil || row.chances[k] != scenario.ToPercent(chance.Value) || c.rows[i].cells[k].text != chanceText(row.chances[k]) {
				t.Errorf("%s in %d: %v, %q, want %v (%v)", row.name, year, row.chances[k], c.rows[i].cells[k].text, chance, err)
			}
		}
		if i > 0 && row.chances[1] > c.members[i-1].chances[1] {
			t.Errorf("%s is more likely there by the deadline than the member above", row.name)
		}
	}
	for _, say := range []string{"400 draws, seed 7.", "Monte Carlo standard error: at most ", "A target that is lost again later counts as reached."} {
		if !strings.Contains(f.Note, say) {
			t.Errorf("note %q does not say %q", f.Note, say)
		}
	}
	if f.Subtitle != "Chance of having reached 2% of GDP by each year, per cent; scenario: “With luck”" || f.seed != "7" {
		t.Errorf("subtitle %q, seed %q", f.Subtitle, f.seed)
	}
}

// Titles count those with more than half of the draws. Without luck a chance is 0
// or 100: at the present pace Germany is at 2% in 2031, Türkiye (1.90%, 0.02 points
// a year) in 2027, Spain (1.10%) never; Estonia and Greece are there already.
func TestChanceWords(t *testing.T) {
	d := sample(t)
	sure := plan("pace", openTarget, scenario.Drift{Years: 4})
	for _, tc := range []struct {
		name   string
		pledge scenario.Pledge
		years  []int
		only   []string
		title  string
		rows   []string
		note   string
	}{
		{"horizon", openTarget, []int{2027, 2032}, nil, "4 of 5 members are more likely than not to reach 2% of GDP by 2032",
			[]string{"Estonia 100 100", "Greece 100 100", "Türkiye 100 100", "Germany 0 100", "Spain 0 0"}, ""},
		{"deadline", dueTarget, []int{2027, 2032}, nil, "3 of 5 members are more likely than not to reach 2% of GDP by 2027",
			[]string{"Estonia 100 100", "Greece 100 100", "Türkiye 100 100", "Germany 0 100", "Spain 0 0"}, ""},
		{"deadline not shown", dueTarget, []int{2024, 2026}, nil, "2 of 5 members are more likely than not to reach 2% of GDP by 2026", nil, ""},
		{"one member", openTarget, []int{2032}, []string{"ESP"}, "The chance that Spain reaches 2% of GDP by 2032 is 0%", []string{"Spain 0"}, "Shown: 1 of the 5 members"},
		{"someone is exempt", scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"TUR": nil}}, []int{2032}, nil,
			"3 of 4 members are more likely than not to reach 2% of GDP by 2032", nil, "Nothing is asked of Türkiye."},
	} {
		sure.Pledge = tc.pledge
		f := chances(t, simulate(t, d, sure, projection.Options{To: 2032, Draws: 100, Members: tc.only}), tc.years...)
		if f.Title != tc.title {
			t.Errorf("%s: title %q, want %q", tc.name, f.Title, tc.title)
		}
		if diff := cmp.Diff(tc.rows, shown(f)); tc.rows != nil && diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		if !strings.Contains(f.Note, tc.note) {
			t.Errorf("%s: note %q does not say %q", tc.name, f.Note, tc.note)
		}
	}
}

func TestChanceText(t *testing.T) {
	for percent, want := range map[float64]string{0: "0", 0.01: "<1", 0.99: "<1", 1: "1", 1.4: "1", 49.5: "50", 98.7: "99", 99: "99", 99.01: ">99", 99.99: ">99", 100: "100"} {
		if got := chanceText(percent); got != want {
			t.Errorf("%v per cent is %q, want %q", percent, got, want)
		}
	}
}

func TestUsualYears(t *testing.T) {
	for _, tc := range []struct {
		base, to  int
		deadlines []int
		want      []int
	}{
		{2022, 2040, nil, []int{2024, 2026, 2028, 2030, 2032, 2034, 2036, 2038, 2040}},
		{2022, 2040, []int{2027}, []int{2025, 2027, 2030, 2035, 2040}},
		{2026, 2040, []int{2035}, []int{2028, 2030, 2032, 2034, 2035, 2036, 2038, 2040}},
		{2024, 2030, []int{2030}, []int{2025, 2026, 2027, 2028, 2029, 2030}},
		{2022, 2023, nil, []int{2023}},
		{2022, 2075, nil, []int{2030, 2040, 2050, 2060, 2070, 2075}},
	} {
		got := usualYears(projection.Options{Base: tc.base, To: tc.to}, tc.deadlines)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%d to %d (-want +got):\n%s", tc.base, tc.to, diff)
		}
	}
}

func TestChanceErrors(t *testing.T) {
	e := simulate(t, sample(t), lucky(openTarget), projection.Options{})
	idle := simulate(t, sample(t), lucky(nil), projection.Options{})
	var many []int
	for i := range maxCellColumns + 1 {
		many = append(many, 2000+i)
	}
	for _, tc := range []struct {
		name  string
		e     *projection.Ensemble
		years []int
		want  string
	}{
		{"nil", nil, nil, "Chance: the ensemble is nil"},
		{"empty", &projection.Ensemble{}, nil, "Chance: the ensemble is empty"},
		{"nothing asked", idle, nil, "nothing is asked of any member"},
		{"late", e, []int{2033}, "2033"},
		{"many", e, many, "25 columns cannot be read: show fewer years, at most 24"},
	} {
		if f, err := Chance(tc.e, tc.years...); err == nil || f != nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: error %v, want %q", tc.name, err, tc.want)
		}
	}
}

// Members who do not stand out are grey, and the table itself stays as it was.
func TestChanceHighlight(t *testing.T) {
	f := chances(t, simulate(t, sample(t), lucky(openTarget), projection.Options{}))
	f.Highlight = []string{"DEU", "Spain"}
	_, lit, err := f.ready()
	if err != nil {
		t.Fatal(err)
	}
	var bright []string
	for _, row := range lit.(memberTable).rows {
		if !row.faint {
			bright = append(bright, row.name)
		}
	}
	if diff := cmp.Diff([]string{"Germany", "Spain"}, slices.Sorted(slices.Values(bright))); diff != "" {
		t.Errorf("in colour (-want +got):\n%s", diff)
	}
	if slices.ContainsFunc(f.chart.(memberTable).rows, func(row cellRow) bool { return row.faint }) {
		t.Error("highlighting changed the figure")
	}
	f.Highlight = []string{"Sweden"}
	if _, _, err := f.ready(); !errors.Is(err, scenario.ErrUnknownMember) {
		t.Errorf("error %v", err)
	}
}

func TestGoldenChance(t *testing.T) {
	f := chances(t, simulate(t, sample(t), lucky(dueTarget), projection.Options{}))
	f.DPI, f.Highlight = 64, []string{"DEU", "TUR"}
	checkGolden(t, "chance", f)
}
