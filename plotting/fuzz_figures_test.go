package plotting

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// syllables make names with letters of many alphabets that the font has.
var syllables = []string{"Al", "ban", "ia", "Tür", "kiye", "Č", "es", "ko", "Ł", "ódź", "Ş", "Ğ", "ij", "Ελλ", "άδα", "Нор", "вегия", " ", " of ", "-", "’", "WAVE", "ill", "."}

// A made is a random alliance under up to six scenarios.
type made struct {
	*rand.Rand
	rs       []*projection.Result
	ensemble *projection.Ensemble
	first    string // a member
}

// name is a name of up to a number of letters.
func (m made) name(most int) string {
	var b strings.Builder
	for n := 1 + m.IntN(most); len([]rune(b.String())) < n; {
		b.WriteString(syllables[m.IntN(len(syllables))])
	}
	letters := []rune(b.String())
	return strings.Join(strings.Fields("M"+string(letters[:min(len(letters), most-1)])), " ")
}

// makeUp draws an alliance of n members from a seed, whose data set may be changed
// before anything is run on it.
func makeUp(t testing.TB, seed uint64, n int, change ...func(*scenario.Dataset)) made {
	t.Helper()
	m := made{Rand: rand.New(rand.NewPCG(seed, 0))}
	years := 5 + m.IntN(8)
	var ms []scenario.Member
	for i := range n {
		name := m.name(26) + fmt.Sprint(" ", i)
		shares := make([]float64, years)
		share := 0.2 + 3*m.Float64()*m.Float64()
		if m.IntN(20) == 0 {
			share = 20 * m.Float64()
		}
		for k := range shares {
			shares[k] = min(max(0, share), 24)
			share += 0.3 * m.NormFloat64()
			if k < years-5 && m.IntN(9) == 0 {
				shares[k] = math.NaN()
			}
		}
		if m.IntN(25) == 0 {
			clear(shares)
		}
		ms = append(ms, country(fmt.Sprintf("M%02d", i), name, shares...))
	}
	d := dataset(t, "test-2023", ms...)
	for _, c := range change {
		c(d)
	}
	base := 2018 + years - 1 - m.IntN(2)
	o := projection.Options{Base: base, To: base + 1 + m.IntN(25), Draws: 1 + m.IntN(64), Seed: seed}
	target := float64(1+m.IntN(50)) / 1000
	pledges := []scenario.Pledge{scenario.Target{Share: target}, scenario.Target{Share: target, By: base + 1 + m.IntN(15)}, scenario.Steps{{Share: target, By: base + 3}, {Share: target * 1.3, By: base + 8}}}
	responses := []scenario.Response{scenario.Drift{Years: 4}, scenario.Ramp{Pace: 0.002}, scenario.Hold{}, scenario.Budget{RealGrowth: 0.1 * m.Float64()}, scenario.Ramp{Pace: 0.001}}
	pledge := pledges[m.IntN(len(pledges))]
	for i := range 1 + m.IntN(maxScenarios) {
		m.rs = append(m.rs, run(t, d, plan(fmt.Sprint(m.name(40), " ", i), pledge, responses[m.IntN(len(responses))]), o))
	}
	luck := plan(m.name(40), pledge, scenario.Shocked{Response: responses[m.IntN(len(responses))], SD: 0.1 * m.Float64()})
	luck.Growth = scenario.AR1{Around: scenario.Constant(0.01), SD: 0.02}
	e, err := projection.Simulate(context.Background(), d, luck, o)
	if err != nil {
		t.Fatal(err)
	}
	m.ensemble = e
	codes := m.rs[0].Codes()
	m.first = codes[m.IntN(len(codes))]
	return m
}

// kinds are the charts, each of a random alliance.
var kinds = []struct {
	name  string
	chart func(made) (*Figure, error)
}{
	{"YearReached", func(m made) (*Figure, error) { return YearReached(m.rs...) }},
	{"Paths", func(m made) (*Figure, error) { return Paths(m.first, m.rs...) }},
	{"PathsOf", func(m made) (*Figure, error) {
		f, err := PathsOf(m.rs[0])
		if err == nil && len(m.rs[0].Codes()) > 1 {
			f.Highlight = []string{m.first}
		}
		return f, err
	}},
	{"Grid", func(m made) (*Figure, error) { return Grid(m.rs...) }},
	{"Count", func(m made) (*Figure, error) { return Count(m.rs...) }},
	{"Ranking", func(m made) (*Figure, error) { return Ranking(m.rs[0], 0) }},
	{"Ranking at the horizon", func(m made) (*Figure, error) { return Ranking(m.rs[0], m.rs[0].Options.To) }},
	{"RankingOf", func(m made) (*Figure, error) {
		return RankingOf(m.rs[0], RankingOptions{Before: m.rs[0].Options.Base - 2, Guidelines: []float64{0.015, 0.02}})
	}},
	{"Slope", func(m made) (*Figure, error) { return Slope(m.rs[0], m.rs[0].Options.Base-2, m.rs[0].Options.To) }},
	{"Gap", func(m made) (*Figure, error) { return Gap(m.rs[0]) }},
	{"Gap of one", func(m made) (*Figure, error) { return Gap(m.rs[0], m.first) }},
	{"Pace", func(m made) (*Figure, error) {
		p, err := projection.Pace(m.rs[0])
		if err != nil {
			return nil, err
		}
		return Pace(p)
	}},
	{"Costs", func(m made) (*Figure, error) { return Costs(nil, m.costs(projection.FrozenShare())...) }},
	{"Costs of one", func(m made) (*Figure, error) {
		return Costs([]string{m.first}, m.costs(projection.FrozenMoney())[:1]...)
	}},
	{"Heatmap", func(m made) (*Figure, error) {
		g, err := projection.Sweep(context.Background(), m.rs[0].Dataset, m.rs[0].Scenario, m.axes(), m.rs[0].Options)
		if err != nil {
			return nil, err
		}
		return Heatmap(m.first, g)
	}},
	{"Heatmap of costs", func(m made) (*Figure, error) {
		g, err := projection.SweepCost(context.Background(), m.rs[0].Dataset, m.rs[0].Scenario, m.axes(), projection.FrozenShare(), m.rs[0].Options)
		if err != nil {
			return nil, err
		}
		return Heatmap(m.first, g)
	}},
	{"Heatmap of chances", func(m made) (*Figure, error) {
		o := projection.Options{Base: m.rs[0].Options.Base, To: m.rs[0].Options.To, Draws: 16}
		g, err := projection.SweepChance(context.Background(), m.rs[0].Dataset, m.ensemble.Central().Scenario, m.axes(), 0, o)
		if err != nil {
			return nil, err
		}
		return Heatmap(m.first, g)
	}},
	{"Costs of savings", func(m made) (*Figure, error) {
		return Costs(nil, m.costs(projection.Baseline{Name: m.name(60), Response: scenario.Jump{}, Pledge: scenario.Target{Share: 0.05}})...)
	}},
	{"Tornado", func(m made) (*Figure, error) {
		s, err := projection.OneAtATime(context.Background(), m.rs[0].Dataset, m.rs[0].Scenario, m.first, m.axes(), m.rs[0].Options)
		if err != nil {
			return nil, err
		}
		return Tornado(s)
	}},
	{"Fan", func(m made) (*Figure, error) { return Fan(m.first, m.ensemble) }},
	{"FanGrid", func(m made) (*Figure, error) { return FanGrid(m.ensemble) }},
	{"Chance", func(m made) (*Figure, error) { return Chance(m.ensemble) }},
	{"BacktestPaths", func(m made) (*Figure, error) { return BacktestPaths(m.first, m.rs[0].Dataset, m.rs...) }},
	{"BacktestFan", func(m made) (*Figure, error) { return BacktestFan(m.first, m.rs[0].Dataset, m.ensemble) }},
	{"BacktestCount", func(m made) (*Figure, error) { return BacktestCount(m.rs[0].Dataset, m.rs...) }},
	{"CountFan", func(m made) (*Figure, error) {
		r := m.ensemble.Central()
		o := CountFanOptions{Beside: m.rs[:len(m.rs)-1]}
		for range m.IntN(maxAnnounced + 1) {
			said := AnnouncedCount{Members: 1 + m.IntN(len(r.Codes())), Year: r.Options.Base + 1 + m.IntN(r.Options.To-r.Options.Base), By: m.name(60)}
			if !slices.ContainsFunc(o.Announced, func(a AnnouncedCount) bool { return a.Members == said.Members && a.Year == said.Year }) {
				o.Announced = append(o.Announced, said)
			}
		}
		if m.IntN(2) == 0 {
			o.Outcome = r.Dataset
		}
		return CountFan(m.ensemble, o)
	}},
	{"Calibration", func(m made) (*Figure, error) {
		c, err := projection.Cover(m.rs[0].Dataset, m.ensemble)
		if err != nil {
			return nil, err
		}
		return Calibration(c)
	}},
}

// axes are a sweep of the first scenario.
func (m made) axes() []projection.Axis {
	var targets, shifts []float64
	for i := range 1 + m.IntN(5) {
		targets = append(targets, 0.012+0.002*float64(i))
	}
	for i := range 1 + m.IntN(5) {
		shifts = append(shifts, 0.0025*float64(i-3))
	}
	return []projection.Axis{projection.Targets(targets...), projection.GrowthShifts(shifts...)}
}

// costs are those of all scenarios.
func (m made) costs(against projection.Baseline) []*projection.Costs {
	var cs []*projection.Costs
	for _, r := range m.rs {
		if c, err := projection.Cost(r, against); err == nil {
			cs = append(cs, c)
		}
	}
	return cs
}
