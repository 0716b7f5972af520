package projection

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Baseline is the counterfactual that spending is compared with: what would
// be spent on the same GDP path from the same base year under another response
// and, if the response follows one, another pledge. Its name is printed on
// every cost table and chart, since the same path can cost 20 or 75 billion.
type Baseline struct {
	Name     string            // printed on every table and chart
	Pledge   scenario.Pledge   // nil: nothing is asked
	Response scenario.Response // required
}

// FrozenShare compares with spending that keeps its share of GDP. Where shares are of
// something else, its Name in tables and charts says of what.
func FrozenShare() Baseline {
	return Baseline{Name: frozenShare, Response: scenario.Hold{}}
}

// FrozenMoney compares with spending that stays at the money of the base year:
// frozen in real terms where the data set is in constant prices, frozen cash
// where it is in current prices.
func FrozenMoney() Baseline {
	return Baseline{Name: "spending frozen", Response: scenario.Budget{}}
}

// Costs is what a projection costs over a counterfactual, undiscounted and in
// Dataset.Money, for the years after the base year. A negative cost is a saving.
type Costs struct {
	Result   *Result  // the projection whose cost it is
	Baseline Baseline // what it is compared with
	Against  *Result  // the counterfactual, projected
}

// Cost projects the counterfactual on the GDP path of a result and compares.
func Cost(r *Result, against Baseline) (*Costs, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	if against.Response == nil {
		return nil, noCounterfactual(r.Scenario)
	}
	against = against.in(r.Dataset)
	s := against.scenario(r.Scenario.Growth)
	o := r.Options
	b, err := Run(r.Dataset, s, o)
	if err != nil {
		return nil, fmt.Errorf("counterfactual: %w", err)
	}
	return &Costs{Result: r, Baseline: against, Against: b}, nil
}

// scenario is what would be without the pledge whose cost is sought.
func (b Baseline) scenario(growth scenario.GrowthPath) scenario.Scenario {
	return scenario.Scenario{Name: b.Name, Pledge: b.Pledge, Growth: growth, Response: b.Response}
}

// noCounterfactual refuses a Baseline without a response.
func noCounterfactual(s scenario.Scenario) error {
	return &scenario.FieldError{Scenario: s.Name, Field: "Baseline.Response", Problem: "is nil: name the counterfactual, for example projection.FrozenShare()", Err: scenario.ErrInvalid}
}

// check refuses costs that did not come from Cost.
func (c *Costs) check() error {
	if c.Result.check() != nil || c.Against.check() != nil {
		return fmt.Errorf("%w: empty Costs: make them with Cost", scenario.ErrInvalid)
	}
	return nil
}

// Yearly is spending less that of the counterfactual, by year, of some members
// together, of all if none is named. A member named twice counts once, here and in
// the other sums.
func (c *Costs) Yearly(members ...string) (scenario.Series, error) {
	return c.yearly(members, c.extra)
}

// extra is spending less that of the counterfactual in one projected year.
func (c *Costs) extra(p *path, year int) float64 {
	return extra(p, c.Against.byCode(p.member.Code), year) // the same members by construction
}

// extra is what a path spends more in a year than another.
func extra(p, q *path, year int) float64 {
	spent, _ := p.track.Spending(year)
	would, _ := q.track.Spending(year)
	return spent - would
}

// Cumulative is the sum of the yearly costs up to each year: in the last year, but for
// rounding, Total.
func (c *Costs) Cumulative(members ...string) (scenario.Series, error) {
	yearly, err := c.Yearly(members...)
	sum := 0.0
	return yearly.Map(func(_ int, v float64) float64 {
		sum += v
		return sum
	}), err
}

// Increments is the money of each year's step of the share alone: the change
// of the share times the GDP of the year. Its sum is what some ministries call
// the cost of a pledge; it is smaller than the sum of Yearly, in which a step,
// once made, is paid again every year.
func (c *Costs) Increments(members ...string) (scenario.Series, error) {
	return c.yearly(members, (*path).increment)
}

// increment is the money of one year's step of the share.
func (p *path) increment(year int) float64 {
	spent, _ := p.track.Spending(year)
	gdp, _ := p.track.GDP(year)
	before, _ := p.track.Share(year - 1)
	return spent - before*gdp
}

// yearly adds up a value of some members, all if none is named, by projected year.
func (c *Costs) yearly(members []string, value func(*path, int) float64) (scenario.Series, error) {
	if err := c.check(); err != nil {
		return scenario.Series{}, err
	}
	paths, err := c.Result.choose(members)
	if err != nil {
		return scenario.Series{}, err
	}
	return c.Result.yearly(func(year int) float64 {
		sum := 0.0
		for _, p := range paths {
			sum += value(p, year)
		}
		return sum
	}), nil
}

// Total is the sum of all yearly costs of some members, of all if none is named.
func (c *Costs) Total(members ...string) (float64, error) {
	if err := c.check(); err != nil {
		return 0, err
	}
	paths, err := c.Result.choose(members)
	if err != nil {
		return 0, err
	}
	sum := 0.0
	for _, p := range paths {
		sum += c.sum(p)
	}
	return sum, nil
}

// sum is the cost of one member over all years.
func (c *Costs) sum(p *path) float64 {
	sum := 0.0
	for year := c.Result.Options.Base + 1; year <= c.Result.Options.To; year++ {
		sum += c.extra(p, year)
	}
	return sum
}

// yearly makes a series of projected values, one for each projected year.
func (r *Result) yearly(value func(year int) float64) scenario.Series {
	var obs []scenario.Observation
	for year := r.Options.Base + 1; year <= r.Options.To; year++ {
		obs = append(obs, scenario.Observation{Year: year, Value: value(year), Status: scenario.Projected})
	}
	s, _ := scenario.SeriesOf(obs...) // years rise by construction, values are finite
	return s
}
