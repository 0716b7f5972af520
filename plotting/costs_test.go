package plotting

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// growing is a counterfactual in which spending grows by 2% a year.
var growing = projection.Baseline{Name: "growth of 2% a year", Response: scenario.Budget{RealGrowth: 2 * scenario.Percent}}

func cost(t testing.TB, r *projection.Result, against projection.Baseline) *projection.Costs {
	t.Helper()
	c, err := projection.Cost(r, against)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ramp is a path of the sample to a share by a year.
func ramp(t testing.TB, percent float64, by int) *projection.Result {
	s := plan(fmt.Sprintf("%v%% by %d", percent, by), scenario.Target{Share: percent * scenario.Percent, By: by}, scenario.Ramp{})
	return run(t, sample(t), s, projection.Options{})
}

// held is a path of the sample that keeps its share of GDP.
func held(t testing.TB) *projection.Result {
	return run(t, sample(t), plan("Share held", openTarget, scenario.Hold{}), projection.Options{})
}

// The GDP of each member is 1,000 million. Germany goes from 1.49% to 2% in steps of
// 1.02 million: (1 + 2 + 3 + 4 + 5) * 1.02 + 5 * 5.1 = 40.8 up to 2032; Spain from 1.1%
// in steps of 1.8, which is 72, and Türkiye from 1.9% in steps of 0.2, which is 8. Ten
// years in which spending grows by 2% take 1.02 + 1.02^2 ... = 11.169 times that of
// 2022, for Germany 17.4 million more than ten years at 14.9.
func TestCostWords(t *testing.T) {
	path, hold, frozen := ramp(t, 2, 2027), held(t), projection.FrozenShare()
	for _, tc := range []struct {
		name            string
		members         []string
		cs              []*projection.Costs
		title, subtitle string
		notes           []string
	}{
		{"one", []string{"DEU"}, []*projection.Costs{cost(t, path, frozen)},
			"Germany spends USD 41 million more up to 2032 in “2% by 2027” than in “share of GDP frozen”",
			"Defence spending above the counterfactual “share of GDP frozen”, USD million, 2015 prices",
			[]string{"Counterfactual “share of GDP frozen”: spending keeps its share of GDP.", "Total: sum of the yearly differences from 2023 on, not discounted."}},
		{"nothing", []string{"GRC"}, []*projection.Costs{cost(t, path, frozen)}, // at 2.2% already
			"Greece spends no more up to 2032 in “2% by 2027” than in “share of GDP frozen”",
			"Defence spending above the counterfactual “share of GDP frozen”, USD million, 2015 prices", nil},
		{"a saving of two", []string{"Spain", "DEU", "DEU"}, []*projection.Costs{cost(t, hold, growing)},
			"Germany and Spain spend USD 30 million less up to 2032 in “Share held” than in “growth of 2% a year”", // 1.169 * (14.9 + 11)
			"Defence spending above the counterfactual “growth of 2% a year”, USD million, 2015 prices",
			[]string{"not discounted; below zero: a saving."}},
		{"all", nil, []*projection.Costs{cost(t, path, frozen)},
			"5 members spend USD 121 million more up to 2032 in “2% by 2027” than in “share of GDP frozen”",
			"Defence spending above the counterfactual “share of GDP frozen”, USD million, 2015 prices", nil},
		{"two counterfactuals", []string{"DEU"}, []*projection.Costs{cost(t, path, growing), cost(t, path, frozen)},
			"Germany: the cost of “2% by 2027” up to 2032 is USD 23 or 41 million, depending on the counterfactual",
			"Defence spending above the counterfactual named at each line, USD million, 2015 prices",
			[]string{"Counterfactual “growth of 2% a year”: spending grows 2% a year in the prices of the data set. Counterfactual “share of GDP frozen”"}},
		{"three scenarios", []string{"DEU"}, []*projection.Costs{cost(t, hold, growing), cost(t, path, growing), cost(t, ramp(t, 2.5, 2027), growing)},
			// 2.5% takes steps of 2.02: 15 * 2.02 + 5 * 10.1 = 80.8, less 17.4
			"Germany: the cost over “growth of 2% a year” up to 2032 is USD −17 to 63 million, depending on the scenario",
			"Defence spending above the counterfactual “growth of 2% a year”, USD million, 2015 prices", nil},
		{"all the same", []string{"DEU"}, []*projection.Costs{cost(t, path, frozen), cost(t, path, projection.FrozenMoney())},
			"Germany: the cost of “2% by 2027” up to 2032 is USD 41 million, whatever the counterfactual",
			"Defence spending above the counterfactual named at each line, USD million, 2015 prices", nil},
		{"both differ", []string{"DEU"}, []*projection.Costs{cost(t, path, frozen), cost(t, hold, growing)},
			"Germany: the cost up to 2032 is USD 41 or −17 million, depending on scenario and counterfactual",
			"Defence spending above the counterfactual named at each line, USD million, 2015 prices", nil},
	} {
		f, err := Costs(tc.members, tc.cs...)
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		if f.Title != tc.title || f.Subtitle != tc.subtitle {
			t.Errorf("%s:\n%s\n%s\nwant:\n%s\n%s", tc.name, f.Title, f.Subtitle, tc.title, tc.subtitle)
		}
		for _, want := range tc.notes {
			if !strings.Contains(f.Note, want) {
				t.Errorf("%s: note %q does not say %q", tc.name, f.Note, want)
			}
		}
	}
}

// Each line is named by what sets it apart. Where totals take another unit than
// yearly costs, the headings say so in place of the subtitle.
func TestCostLabels(t *testing.T) {
	path, hold := ramp(t, 2, 2027), held(t)
	frozen, grown := cost(t, path, projection.FrozenShare()), cost(t, path, growing)
	for _, tc := range []struct {
		cs   []*projection.Costs
		want string
	}{
		{[]*projection.Costs{frozen}, "7"},
		{[]*projection.Costs{frozen, cost(t, hold, projection.FrozenShare())}, "2% by 2027: 7"},
		{[]*projection.Costs{frozen, grown}, "against share of GDP frozen: 7"},
		{[]*projection.Costs{frozen, cost(t, hold, growing)}, "2% by 2027 against share of GDP frozen: 7"},
	} {
		if got := costLabel(tc.cs, 0, "7"); got != tc.want {
			t.Errorf("label %q, want %q", got, tc.want)
		}
	}
	million, billion := moneyOf("USD million, 2015 prices", 900), moneyOf("USD million, 2015 prices", 3000)
	if got := headingIn("Each year", million, billion); got != "Each year, USD million" {
		t.Errorf("heading %q", got)
	}
	if got := costSubtitle([]*projection.Costs{frozen}, million, billion); !strings.HasSuffix(got, "“share of GDP frozen”, 2015 prices") {
		t.Errorf("subtitle %q", got)
	}
}

func TestCostErrors(t *testing.T) {
	path := ramp(t, 2, 2027)
	c := cost(t, path, projection.FrozenShare())
	longer := run(t, sample(t), plan("longer", openTarget, scenario.Hold{}), projection.Options{To: 2035})
	earlier := run(t, sample(t), plan("earlier", openTarget, scenario.Hold{}), projection.Options{Base: 2020})
	some := run(t, sample(t), plan("some", openTarget, scenario.Hold{}), projection.Options{Members: []string{"DEU"}})
	other := sample(t)
	other.Money = "EUR million"
	euros := run(t, other, plan("euros", openTarget, scenario.Hold{}), projection.Options{})
	and := func(r *projection.Result) []*projection.Costs {
		return []*projection.Costs{c, cost(t, r, projection.FrozenMoney())}
	}
	var many []*projection.Costs
	for i := range maxScenarios + 1 {
		many = append(many, cost(t, path, projection.Baseline{Name: fmt.Sprint(i), Response: scenario.Hold{}}))
	}
	for _, tc := range []struct {
		name    string
		members []string
		cs      []*projection.Costs
		want    string
		is      error
	}{
		{"none", nil, nil, "Costs: there are no costs: give at least one, from projection.Cost", scenario.ErrInvalid},
		{"nil", nil, []*projection.Costs{c, nil}, "cost 2 is nil: was an error of projection.Cost passed over?", nil},
		{"empty", nil, []*projection.Costs{{}}, "cost 1: ", scenario.ErrInvalid},
		{"many", nil, many, "7 costs are too many", nil},
		{"twice", nil, []*projection.Costs{c, c}, `two costs are those of "2% by 2027" against "share of GDP frozen"`, scenario.ErrDuplicate},
		{"one name", nil, []*projection.Costs{c, cost(t, run(t, sample(t), plan("held", openTarget, scenario.Hold{}), projection.Options{}), projection.Baseline{Name: "share of GDP frozen", Response: scenario.Budget{}})},
			`two counterfactuals are named "share of GDP frozen"`, scenario.ErrDuplicate},
		{"horizon", nil, and(longer), "cost 1 runs to 2032, cost 2 to 2035", scenario.ErrInvalid},
		{"base year", nil, and(earlier), `starts from 2022 in edition test-2023, "earlier" from 2020`, scenario.ErrInvalid},
		{"money", nil, and(euros), "cost 1 is in USD million, 2015 prices, cost 2 in EUR million", scenario.ErrUnit},
		{"members", nil, and(some), "the runs have different members: name those to add up", scenario.ErrInvalid},
		{"member of one", []string{"ESP"}, and(some), "ESP (Spain) is not part of the run", scenario.ErrUnknownMember},
		{"unknown", []string{"Germny"}, []*projection.Costs{c}, "Germny", scenario.ErrUnknownMember},
	} {
		f, err := Costs(tc.members, tc.cs...)
		if err == nil || f != nil || !strings.Contains(err.Error(), tc.want) || tc.is != nil && !errors.Is(err, tc.is) {
			t.Errorf("%s: got %v, error %v, want %q (%v)", tc.name, f, err, tc.want, tc.is)
		}
	}
}
