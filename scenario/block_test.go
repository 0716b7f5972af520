package scenario_test

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// hidden is a response of the caller's own as far as the package can see, so that
// it is asked draw by draw.
type hidden struct{ inner scenario.Response }

func (h hidden) Spend(v scenario.View, a scenario.Ask) float64 { return h.inner.Spend(v, a) }

// Responses of the caller's own that build on a model of the package.
type (
	halved        struct{ scenario.Jump }
	halvedPointer struct{ scenario.Jump }
)

func (h halved) Spend(v scenario.View, a scenario.Ask) float64 { return h.Jump.Spend(v, a) / 2 }

func (h *halvedPointer) Spend(v scenario.View, a scenario.Ask) float64 { return h.Jump.Spend(v, a) / 2 }

// A simulation steps one block of a member with published figures up to base.
type simulation struct {
	pledge     scenario.Pledge
	response   scenario.Response
	growth     scenario.RandomGrowth
	antithetic bool
	lean       bool // keep only the last year
}

const blockYears = 9

// europe has a share of 1 to 2 per cent, growing GDP and a break.
var europe = &scenario.Member{
	Code: "DEU", Name: "Germany",
	Share:  scenario.NewSeries(2019, 0.0135, 0.0151, 0.0145, 0.0139, 0.0164, 0.0201),
	GDP:    scenario.NewSeries(2019, 3500, 3360, 3490, 3550, 3540, 3545),
	Breaks: []scenario.Break{{Year: 2021, Why: "another denominator"}},
}

var randomly = scenario.AR1{Around: scenario.Constant(0.012), SD: 0.02, Rho: 0.4, Common: 0.4}

func accept(_ scenario.View, a scenario.Ask) (scenario.Ask, error) { return a, nil }

// run gives the money of every draw, one row a year, up to the first year in which
// a draw has none: a ramp of constant growth does not get up from zero.
func (s simulation) run(t testing.TB) [][]float64 {
	t.Helper()
	if s.growth == nil {
		s.growth = randomly
	}
	streams := scenario.NewStreams(20260601, 2, s.antithetic).Of(europe.Code)
	sample, err := s.growth.Sampler(europe, base+1, blockYears, streams)
	if err != nil {
		t.Fatal(err)
	}
	expected := make([]float64, blockYears)
	if err := s.growth.Central(expected, europe, base+1); err != nil {
		t.Fatal(err)
	}
	b := scenario.NewBlock(europe, base, streams, !s.lean)
	var money [][]float64
	rates := make([]float64, scenario.BlockDraws)
	for k := range blockYears {
		b.Expect(expected[k])
		asks, err := b.Ask(s.pledge, 0, scenario.BlockDraws, accept)
		if err != nil {
			t.Fatal(err)
		}
		money = append(money, slices.Clone(b.Spend(s.response, asks)))
		sample(rates, k)
		if _, bad := b.Grow(rates); bad >= 0 {
			break
		}
	}
	return money
}

// same compares bits, but for those of NaN. It is faster than equal by far.
func same(a, b [][]float64) bool {
	return slices.EqualFunc(a, b, func(a, b []float64) bool {
		return slices.EqualFunc(a, b, func(a, b float64) bool { return a == b || a != a && b != b })
	})
}

// models are the responses of this package without others inside.
var models = []scenario.Response{
	scenario.Hold{}, scenario.Jump{}, scenario.Trend{}, scenario.Trend{Years: 3, Plus: 0.01}, scenario.Drift{Years: 5},
	scenario.Budget{RealGrowth: 0.03}, scenario.Budget{RealGrowth: -0.03}, scenario.Ramp{Pace: 0.001},
	scenario.Ramp{Shape: scenario.ConstantGrowth, Pace: 0.001}, scenario.Ramp{Shape: scenario.FrontLoaded, Pace: 0.001},
	scenario.Ramp{Shape: scenario.BackLoaded, Pace: 0.001}, &scenario.Ramp{Pace: 0.002},
	scenario.Peers{}, scenario.Peers{Level: 0.02, Speed: 0.1, Drift: -0.01},
	scenario.Plan{Spending: map[string]scenario.Series{"DEU": scenario.NewSeries(base+1, 75, 80, 84)}, Then: scenario.Ramp{Pace: 0.001}},
	scenario.Plan{Spending: map[string]scenario.Series{"FRA": scenario.NewSeries(base+1, 75)}},
}

// wrappers put a response into each wrapper of this package.
var wrappers = []func(scenario.Response) scenario.Response{
	func(r scenario.Response) scenario.Response { return scenario.Capped{Response: r, MaxGrowth: 0.05} },
	func(r scenario.Response) scenario.Response { return scenario.Floor{Response: r} },
	func(r scenario.Response) scenario.Response {
		return scenario.Floor{Response: r, Of: scenario.SpendingFloor}
	},
	func(r scenario.Response) scenario.Response { return scenario.UpTo{Response: r} },
	func(r scenario.Response) scenario.Response { return scenario.Delayed{Response: r, Years: 2} },
	func(r scenario.Response) scenario.Response { return scenario.Partial{Response: r, Fraction: 0.3} },
	func(r scenario.Response) scenario.Response { return scenario.Shocked{Response: r, SD: 0.05} },
	func(r scenario.Response) scenario.Response { return scenario.Shocked{Response: r, SD: 0.45} }, // often down to zero
	func(r scenario.Response) scenario.Response {
		return scenario.Shocked{Response: r, SD: 0.05, Common: 0.3, Tails: 2.5, Terms: map[string]float64{"DEU": 0.2}}
	},
	func(r scenario.Response) scenario.Response {
		return scenario.Wavering{Keep: r, Else: scenario.Trend{}, Chance: 0.7}
	},
	func(r scenario.Response) scenario.Response { return scenario.Wavering{Keep: scenario.Jump{}, Else: r} },
	func(r scenario.Response) scenario.Response {
		return scenario.Slipped{Response: r, Chances: []float64{0.3, 0, 0.2}}
	},
	func(r scenario.Response) scenario.Response { return &scenario.Capped{Response: r} },
	func(r scenario.Response) scenario.Response {
		return scenario.Partial{Response: r, Fraction: 0.3, SE: 0.2, Estimate: "DEU"} // often put to 0
	},
	func(r scenario.Response) scenario.Response {
		return scenario.ByMember{Of: map[string]scenario.Response{"DEU": r}, Else: scenario.Jump{}}
	},
	func(r scenario.Response) scenario.Response {
		return &scenario.ByMember{Of: map[string]scenario.Response{"FRA": scenario.Jump{}}, Else: r}
	},
}

// pledges ask the same in all draws but for the last two.
var pledges = map[string]scenario.Pledge{
	"none":   nil,
	"open":   scenario.Target{Share: 0.025},
	"dated":  scenario.Target{Share: 0.03, By: base + 6},
	"steps":  scenario.Steps{{Share: 0.022, By: base + 3}, {Share: 0.03, From: base + 4, By: base + 8}},
	"except": scenario.Except{Pledge: scenario.Target{Share: 0.02}, Terms: map[string]scenario.Pledge{"DEU": &scenario.Target{Share: 0.035, By: base + 9}}},
	"own":    average{share: 0.025, n: 4},
	"own in": scenario.Except{Terms: map[string]scenario.Pledge{"DEU": average{share: 0.025, n: 4}}},
}

// Decided for all draws at once, draw by draw, or partly so: the bits agree. So
// they do if only the last year is kept.
func TestBlockBothWays(t *testing.T) {
	responses := slices.Clone(models)
	for i, r := range models {
		for j, wrap := range wrappers {
			responses = append(responses, wrap(r), wrap(wrappers[(i+j)%len(wrappers)](r)), wrap(wrappers[(i+3*j+5)%len(wrappers)](hidden{r})))
		}
	}
	for n, name := range slices.Sorted(maps.Keys(pledges)) {
		p := pledges[name]
		for i, r := range responses {
			if i >= len(models) && (i+n)%13 != 0 { // each pledge meets a part of the nestings
				continue
			}
			antithetic := i%2 == 1
			want := simulation{pledge: p, response: hidden{r}, antithetic: antithetic}.run(t)
			own := scenario.Own(p, r)
			for how, s := range map[string]simulation{
				"as itself": {pledge: p, response: r, antithetic: antithetic},
				"lean":      {pledge: p, response: r, antithetic: antithetic, lean: !own},
			} {
				if !same(s.run(t), want) {
					t.Errorf("%s, %#v, %s: other money than draw by draw", name, r, how)
				}
			}
		}
	}
}

// Without randomness every draw is what a Track gives, as Run uses it.
func TestBlockIsTrackWithoutRandomness(t *testing.T) {
	certain := scenario.AR1{Around: scenario.Constant(0.012)}
	for _, r := range models {
		for _, wrap := range wrappers[:6] {
			r := wrap(r)
			p := pledges["steps"]
			track := scenario.NewTrack(europe, base)
			gdp, _ := europe.GDP.At(base)
			money := simulation{pledge: p, response: r, growth: certain}.run(t)
			for k := range blockYears {
				gdp *= 1 + 0.012
				v := track.View(gdp)
				track.Append(r.Spend(v, p.Ask(v)), gdp)
				want, _ := track.Spending(base + 1 + k)
				if money[k][0] != want || money[k][1023] != want {
					t.Fatalf("%v: %v in year %d, want %v", r, money[k][0], k, want)
				}
			}
		}
	}
}

// What a type of the caller's own overrides counts, whatever it embeds.
func TestBlockHonoursOverriddenMethods(t *testing.T) {
	want := simulation{pledge: pledges["open"], response: hidden{halved{}}}.run(t)
	for _, r := range []scenario.Response{halved{}, &halved{}, &halvedPointer{}} {
		equal(t, simulation{pledge: pledges["open"], response: r}.run(t), want)
		if !scenario.Own(nil, r) || !scenario.Own(nil, scenario.Floor{Response: r}) {
			t.Errorf("%T is not taken for the caller's own", r)
		}
	}
}

func TestOwn(t *testing.T) {
	for name, p := range pledges {
		if got, want := scenario.Own(p, scenario.Hold{}), name == "own" || name == "own in"; got != want {
			t.Errorf("%s: own is %v", name, got)
		}
	}
	for _, r := range models {
		for _, wrap := range wrappers {
			if scenario.Own(nil, wrap(r)) || !scenario.Own(nil, wrap(hidden{r})) {
				t.Errorf("%v is taken for the caller's own, or is so inside and not noticed", wrap(r))
			}
		}
	}
}

// A block is used again for other members and other draws.
func TestBlockRestart(t *testing.T) {
	other := *europe
	other.Code, other.Share, other.GDP = "FRA", scenario.NewSeries(2019, 0.03, 0.02, 0.01, 0.02, 0.01, 0.02), scenario.NewSeries(2019, 9, 8, 7, 6, 7, 8)
	for _, r := range []scenario.Response{scenario.Trend{}, scenario.Drift{}, hidden{scenario.Trend{}}} {
		spend := func(b *scenario.Block) float64 {
			b.Expect(0.01)
			return b.Spend(r, scenario.Asks{})[7]
		}
		streams := scenario.NewStreams(1, 0, false)
		used := scenario.NewBlock(europe, base, streams.Of("DEU"), true)
		spend(used)
		used.Grow(make([]float64, scenario.BlockDraws))
		used.Restart(&other, base-1, streams.Of("FRA"))
		equal(t, used.Year(), base)
		equal(t, spend(used), spend(scenario.NewBlock(&other, base-1, streams.Of("FRA"), true)))
	}
}

func TestBlockViews(t *testing.T) {
	b := scenario.NewBlock(europe, base, scenario.NewStreams(1, 0, false).Of("DEU"), true)
	rates := make([]float64, scenario.BlockDraws)
	rates[1] = 0.5
	for range 2 {
		b.Expect(0.1)
		b.Spend(scenario.Budget{RealGrowth: 1}, scenario.Asks{})
		shares, bad := b.Grow(rates)
		v := b.View(1)
		share, ok := v.Share(v.Year - 1)
		equal(t, []any{share, ok, bad}, []any{shares[1], true, -1})
	}
	b.Expect(0.1)
	v := b.View(1)
	first, _ := v.Spending(base)
	for year, want := range map[int]float64{2019: 0.0135 * 3500, base: first, base + 1: 2 * first, base + 2: 4 * first} {
		got, ok := v.Spending(year)
		equal(t, []any{got, ok}, []any{want, true}, near)
	}
	_, ok := v.GDP(base + 3)
	equal(t, []any{v.Year, v.Base, v.Member.Code, ok}, []any{base + 3, base, "DEU", false})
	equal(t, v.Expected, 3545*1.5*1.5*1.1, near)
}

func TestBlockReportsTheFirstBadDraw(t *testing.T) {
	for _, bad := range []float64{-1, math.NaN(), math.Inf(1)} {
		b := scenario.NewBlock(europe, base, scenario.NewStreams(1, 0, false).Of("DEU"), false)
		b.Expect(0)
		money := b.Spend(scenario.Hold{}, scenario.Asks{})
		money[5], money[9] = bad, bad
		_, at := b.Grow(make([]float64, scenario.BlockDraws))
		equal(t, at, 5)
	}
}

func TestBlockAsksCheck(t *testing.T) {
	b := scenario.NewBlock(europe, base, scenario.NewStreams(1, 0, false).Of("DEU"), true)
	b.Expect(0)
	refuse := func(v scenario.View, a scenario.Ask) (scenario.Ask, error) {
		return a, fmt.Errorf("%v is too much", a.Share)
	}
	asked := 0
	for p, want := range map[scenario.Pledge]string{
		scenario.Target{Share: 0.02}: "0.02 is too much",
		average{share: 0.02, n: 1}:   "draw 0: 0.02 is too much",
	} {
		_, err := b.Ask(p, 0, scenario.BlockDraws, refuse)
		equal(t, err.Error(), want)
		asks, err := b.Ask(p, 0, scenario.BlockDraws, func(_ scenario.View, a scenario.Ask) (scenario.Ask, error) { asked++; return a, nil })
		equal(t, []any{asks.Of(77).Share, err}, []any{0.02, error(nil)})
	}
	equal(t, asked, 1+scenario.BlockDraws)
	asks, err := b.Ask((*scenario.Target)(nil), 0, scenario.BlockDraws, func(scenario.View, scenario.Ask) (scenario.Ask, error) { return scenario.Ask{}, errors.New("asked") })
	equal(t, []any{asks.Of(0), err}, []any{scenario.Ask{}, error(nil)})
}
