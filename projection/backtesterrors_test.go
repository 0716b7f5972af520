package projection_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// nothing supplies neither a data set nor an error.
type nothing struct{}

func (nothing) AsOf(int) (*scenario.Dataset, error) { return nil, nil }

// whole supplies all figures, whatever the year.
type whole struct{ *scenario.Dataset }

func (w whole) AsOf(int) (*scenario.Dataset, error) { return w.Dataset, nil }

// asked supplies what a function gives.
type asked func(year int) (*scenario.Dataset, error)

func (a asked) AsOf(year int) (*scenario.Dataset, error) { return a(year) }

// Every wrong use is a clear error that says what to do.
func TestRunBacktestRefuses(t *testing.T) {
	ctx := context.Background()
	d := history(t, 3, 1995, 2020)
	early, err := d.AsOf(2010)
	if err != nil {
		t.Fatal(err)
	}
	oneYear := history(t, 3, 2014, 2020)
	good := scenario.Scenario{Name: "good", Growth: uncertain, Response: scenario.Hold{}}
	named := func(name string) []scenario.Scenario { s := good; s.Name = name; return []scenario.Scenario{s} }
	with := func(change func(*scenario.Scenario)) []scenario.Scenario {
		s := good
		change(&s)
		return []scenario.Scenario{s}
	}
	table := scenario.Table{Rates: map[string]scenario.Series{"AAX": scenario.NewSeries(2000, 0.02)}}
	for _, c := range []struct {
		name    string
		ctx     context.Context
		v       projection.Vintages
		truth   *scenario.Dataset
		origins []int
		ss      []scenario.Scenario
		options projection.BacktestOptions
		want    string // part of the message
		kind    error
	}{
		{"no context", nil, d, d, []int{2010}, nil, projection.BacktestOptions{}, "ctx is nil: give context.Background()", scenario.ErrInvalid},
		{"no vintages", ctx, nil, d, []int{2010}, nil, projection.BacktestOptions{}, "Vintages is nil", scenario.ErrInvalid},
		{"a nil data set", ctx, (*scenario.Dataset)(nil), d, []int{2010}, nil, projection.BacktestOptions{}, "Vintages is nil", scenario.ErrInvalid},
		{"a nil pointer", ctx, (*whole)(nil), d, []int{2010}, nil, projection.BacktestOptions{}, "Vintages is nil", scenario.ErrInvalid},
		{"a nil function", ctx, asked(nil), d, []int{2010}, nil, projection.BacktestOptions{}, "Vintages is nil", scenario.ErrInvalid},
		{"a nil map", ctx, editions(nil), d, []int{2010}, nil, projection.BacktestOptions{}, "Vintages is nil", scenario.ErrInvalid},
		{"an empty data set", ctx, whole{&scenario.Dataset{}}, d, []int{2010}, nil, projection.BacktestOptions{}, "origin = 2010 is given a data set without a name, which has no shares", scenario.ErrMissing},
		{"an empty truth", ctx, d, &scenario.Dataset{}, []int{2010}, nil, projection.BacktestOptions{}, "origin = 2010 is not before the truth: a data set without a name ends in 0", scenario.ErrInvalid},
		{"no truth", ctx, d, nil, []int{2010}, nil, projection.BacktestOptions{}, "truth is nil", scenario.ErrInvalid},
		{"no origins", ctx, d, d, nil, nil, projection.BacktestOptions{}, "origins are none", scenario.ErrInvalid},
		{"an origin twice", ctx, d, d, []int{2010, 2012, 2010}, nil, projection.BacktestOptions{}, "origin = 2010 occurs twice", scenario.ErrDuplicate},
		{"an origin before the data", ctx, d, d, []int{1980}, nil, projection.BacktestOptions{}, "origin 1980: edition history has no figures up to 1980", scenario.ErrMissing},
		{"a truth that is older", ctx, d, early, []int{2015}, nil, projection.BacktestOptions{}, "origin = 2015 is not before the truth: edition history cut at 2010 ends in 2010", scenario.ErrInvalid},
		{"a truth that ends with the origin", ctx, d, early, []int{2010}, nil, projection.BacktestOptions{}, "origin = 2010 is not before the truth", scenario.ErrInvalid},
		{"a history of one year", ctx, oneYear, oneYear, []int{2014}, nil, projection.BacktestOptions{}, "origin = 2014 leaves nobody to project from edition history cut at 2014; share and GDP are needed in its last year, 2014, and a change of both from one year to the next before: share and GDP of no two years in a row among the last 9 up to 2014, of all alike", scenario.ErrMissing},
		{"figures after the origin", ctx, whole{d}, d, []int{2010}, nil, projection.BacktestOptions{}, "origin = 2010 is given edition history, which has figures of 2020", scenario.ErrInvalid},
		{"vintages at fault", ctx, nothing{}, d, []int{2010}, nil, projection.BacktestOptions{}, "the Vintages are at fault", scenario.ErrInvalid},
		{"an unknown member", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Members: []string{"Nowhere"}}, `BacktestOptions.Members: unknown member "Nowhere"`, scenario.ErrUnknownMember},
		{"no member", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Members: []string{}}, "BacktestOptions.Members is an empty set", scenario.ErrInvalid},
		{"an unknown member of a group", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Groups: map[string][]string{"east": {"ZZZ"}}}, `BacktestOptions.Groups["east"]: unknown member "ZZZ"`, scenario.ErrUnknownMember},
		{"an empty group", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Groups: map[string][]string{"east": nil}}, `BacktestOptions.Groups["east"] is an empty set`, scenario.ErrInvalid},
		{"a group named all", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Groups: map[string][]string{"all": {"AAX"}}}, `Groups["all"] needs a name of its own`, scenario.ErrDuplicate},
		{"a group named like the table's", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Groups: map[string][]string{"ALL": {"AAX"}}}, `Groups["ALL"] needs a name of its own`, scenario.ErrDuplicate},
		{"a group named in its words", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Groups: map[string][]string{" all members ": {"AAX"}}}, `Groups[" all members "] needs a name of its own`, scenario.ErrDuplicate},
		{"a group without a name", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Groups: map[string][]string{" \t": {"AAX"}}}, `Groups[" \t"] needs a name for tables`, scenario.ErrInvalid},
		{"a group of two lines", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Groups: map[string][]string{"east\nwest": {"AAX"}}}, `Groups["east\nwest"] has a line break or another control character in its name`, scenario.ErrInvalid},
		{"a scenario without a name", ctx, d, d, []int{2010}, named(""), projection.BacktestOptions{}, "Name is empty", scenario.ErrInvalid},
		{"a scenario named like a competitor", ctx, d, d, []int{2010}, named("drift"), projection.BacktestOptions{}, `scenario "drift": Name is taken`, scenario.ErrDuplicate},
		{"like the one that does not compete", ctx, d, d, []int{2010}, named("pledge met"), projection.BacktestOptions{}, `scenario "pledge met": Name is taken`, scenario.ErrDuplicate},
		{"two of one name", ctx, d, d, []int{2010}, append(named("good"), good), projection.BacktestOptions{}, `scenario "good": Name is taken`, scenario.ErrDuplicate},
		{"a candidate of that name", ctx, d, d, []int{2010}, named("good"), projection.BacktestOptions{Candidates: []projection.Candidate{{Name: "good", At: func(*scenario.Dataset, int) (scenario.Scenario, error) { return good, nil }}}}, `scenario "good": Name is taken`, scenario.ErrDuplicate},
		{"a candidate without a function", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Candidates: []projection.Candidate{{Name: "c"}}}, `scenario "c": Candidate.At is nil`, scenario.ErrInvalid},
		{"a candidate that fails", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Candidates: []projection.Candidate{{Name: "c", At: func(*scenario.Dataset, int) (scenario.Scenario, error) {
			return good, scenario.ErrMissing
		}}}}, `origin 2010, edition history cut at 2010: candidate "c": missing figure`, scenario.ErrMissing},
		{"a candidate that gives nothing", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Candidates: []projection.Candidate{{Name: "c", At: func(*scenario.Dataset, int) (scenario.Scenario, error) {
			return scenario.Scenario{}, nil
		}}}}, `origin 2010, edition history cut at 2010: scenario "c": Growth is nil`, scenario.ErrInvalid},
		{"growth that one member lacks", ctx, d, d, []int{2010}, with(func(s *scenario.Scenario) { s.Growth = table }), projection.BacktestOptions{Growth: scenario.Constant(0)}, `origin 2010, edition history cut at 2010: scenario "good": BAX: Growth has no rates`, scenario.ErrMissing},
		{"luck without growth to draw", ctx, d, d, []int{2010}, with(func(s *scenario.Scenario) {
			s.Growth, s.Response = scenario.Constant(0), scenario.Shocked{Response: scenario.Hold{}, SD: 0.1}
		}), projection.BacktestOptions{}, "has no random draws: put it into scenario.AR1", scenario.ErrNotRandom},
		{"a deadline that has passed", ctx, d, d, []int{2016}, with(func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, By: 2015} }), projection.BacktestOptions{}, `origin 2016, edition history cut at 2016: scenario "good": Pledge.By = 2015 has passed`, scenario.ErrInvalid},
		{"a pledge in per cent", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Pledge: scenario.Target{Share: 2}}, "did you mean 2*scenario.Percent?", scenario.ErrUnit},
		{"growth in per cent", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Growth: scenario.Constant(2)}, "did you mean 2*scenario.Percent?", scenario.ErrUnit},
		{"a horizon before the base year", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Ahead: -1}, "BacktestOptions.Ahead = -1 is not a number of years from 1 to 100", scenario.ErrInvalid},
		{"a horizon that is a year", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Ahead: 2015}, "BacktestOptions.Ahead = 2015", scenario.ErrInvalid},
		{"negative draws", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Draws: -5}, "BacktestOptions.Draws = -5", scenario.ErrInvalid},
		{"too many draws", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Draws: 1e9}, "all of which are kept until they are scored", scenario.ErrInvalid},
		{"negative workers", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Workers: -1}, "BacktestOptions.Workers = -1", scenario.ErrInvalid},
		{"negative outcomes", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{MinOutcomes: -1}, "BacktestOptions.MinOutcomes = -1", scenario.ErrInvalid},
		{"tolerance in per cent", ctx, d, d, []int{2010}, nil, projection.BacktestOptions{Tolerance: 0.5}, "BacktestOptions.Tolerance = 0.5", scenario.ErrUnit},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, err := projection.RunBacktest(c.ctx, c.v, c.truth, c.origins, c.ss, c.options)
			if b != nil || !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// All that is wrong comes back at once, also of several origins.
func TestRunBacktestReportsAllFaults(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	_, err := projection.RunBacktest(context.Background(), nil, nil, []int{2010, 2010}, []scenario.Scenario{{}}, projection.BacktestOptions{Ahead: -1, Draws: -1})
	for _, want := range []string{"Vintages is nil", "truth is nil", "2010 occurs twice", "Name is empty", "Growth is nil", "Ahead = -1", "Draws = -1"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
	_, err = projection.RunBacktest(context.Background(), d, d, []int{1980, 2010, 2030}, nil, projection.BacktestOptions{})
	for _, want := range []string{"origin 1980", "origin = 2030 is not before the truth"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
}

// A scenario that fails on some members fails with all their names.
func TestRunBacktestNamesAllMembersThatFail(t *testing.T) {
	d := history(t, 4, 1995, 2020)
	s := scenario.Scenario{Name: "at fault", Growth: uncertain, Response: faulty{}}
	_, err := projection.RunBacktest(context.Background(), d, d, []int{2010}, []scenario.Scenario{s}, projection.BacktestOptions{})
	if want := `scenario "at fault", BAX DAX, 2011: Response (projection_test.faulty)`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
}

// faulty holds the share, and fails for two members.
type faulty struct{}

func (faulty) Spend(v scenario.View, a scenario.Ask) float64 {
	if v.Member.Code == "BAX" || v.Member.Code == "DAX" {
		return -1
	}
	return scenario.Hold{}.Spend(v, a)
}

// An empty backtest says nothing and does not panic; nor does what is chosen of it.
func TestEmptyBacktest(t *testing.T) {
	var none *projection.Backtest
	zero := new(projection.Backtest)
	some := func(projection.Forecast) bool { return true }
	for _, b := range []*projection.Backtest{none, zero, {Truth: twoMembers(), Forecasts: make([]projection.Forecast, 1)}, none.Where(some), zero.Where(some), zero.Where(nil)} {
		for _, tab := range []projection.Tabular{b, b.ScoreTable(), b.SideBySide(), (*projection.ChanceReliability)(nil), &projection.ChanceReliability{}} {
			if a := tab.About(); a.Title == "" || len(a.Editions) > 0 {
				t.Errorf("%T: about %v", tab, a)
			}
			for r := range tab.Rows() {
				t.Errorf("%T: row %v", tab, r)
			}
		}
		if len(b.Scores()) > 0 {
			t.Errorf("scores of nothing: %v", b.Scores())
		}
		if _, err := b.Chances("drift"); !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("chances of nothing: %v", err)
		}
		if _, err := b.Coverage("drift"); !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("coverage of nothing: %v", err)
		}
	}
}

// A scenario that did not compete is named as it was asked for.
func TestUnknownScenarioIsNamed(t *testing.T) {
	b := backtest(t, twoMembers(), twoMembers(), []int{2018}, nil, projection.BacktestOptions{})
	for _, name := range []string{"", "drfit"} {
		_, err := b.Coverage(name)
		_, other := b.Chances(name)
		want := fmt.Sprintf(`scenario = %q is not in the backtest, which has ["hold-last" "drift" "trend"]`, name)
		if err == nil || other == nil || err.Error() != want || other.Error() != want {
			t.Errorf("got %v and %v, want %s", err, other, want)
		}
	}
}
