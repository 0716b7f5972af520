package projection

import (
	"fmt"
	"iter"

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

// FrozenShare compares with spending that keeps its share of GDP.
func FrozenShare() Baseline {
	return Baseline{Name: "share of GDP frozen", Response: scenario.Hold{}}
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
	if against.Response == nil {
		return nil, &scenario.FieldError{Scenario: r.Scenario.Name, Field: "Baseline.Response", Problem: "is nil: name the counterfactual, for example projection.FrozenShare()", Err: scenario.ErrInvalid}
	}
	s := scenario.Scenario{Name: against.Name, Pledge: against.Pledge, Growth: r.Scenario.Growth, Response: against.Response}
	b, err := Run(r.Dataset, s, r.Options)
	if err != nil {
		return nil, fmt.Errorf("counterfactual: %w", err)
	}
	return &Costs{Result: r, Baseline: against, Against: b}, nil
}

// Yearly is spending less that of the counterfactual, by year.
func (c *Costs) Yearly(member string) (scenario.Series, error) {
	p, err := c.Result.path(member)
	if err != nil {
		return scenario.Series{}, err
	}
	return c.Result.yearly(p, func(year int) float64 { return c.extra(p, year) }), nil
}

// extra is spending less that of the counterfactual in one projected year.
func (c *Costs) extra(p *path, year int) float64 {
	spent, _ := p.track.Spending(year)
	q := c.Against.byCode(p.member.Code) // the same members by construction
	would, _ := q.track.Spending(year)
	return spent - would
}

// Cumulative is the sum of the yearly costs up to each year.
func (c *Costs) Cumulative(member string) (scenario.Series, error) {
	p, err := c.Result.path(member)
	if err != nil {
		return scenario.Series{}, err
	}
	sum := 0.0
	return c.Result.yearly(p, func(year int) float64 {
		sum += c.extra(p, year)
		return sum
	}), nil
}

// Increments is the money of each year's step of the share alone: the change
// of the share times the GDP of the year. Its sum is what some ministries call
// the cost of a pledge; it is smaller than the sum of Yearly, in which a step,
// once made, is paid again every year.
func (c *Costs) Increments(member string) (scenario.Series, error) {
	p, err := c.Result.path(member)
	if err != nil {
		return scenario.Series{}, err
	}
	return c.Result.yearly(p, func(year int) float64 {
		spent, _ := p.track.Spending(year)
		gdp, _ := p.track.GDP(year)
		before, _ := p.track.Share(year - 1)
		return spent - before*gdp
	}), nil
}

// Total is the sum of all yearly costs of some members, of all if none is named.
func (c *Costs) Total(members ...string) (float64, error) {
	if len(members) == 0 {
		members = c.Result.Codes()
	}
	sum := 0.0
	for _, m := range members {
		s, err := c.Cumulative(m)
		if err != nil {
			return 0, err
		}
		v, _ := s.At(c.Result.Options.To)
		sum += v
	}
	return sum, nil
}

// Totals is the table of what the whole projection costs each member and all
// together: the cost in its last year, and the sum of all its years.
func (c *Costs) Totals() Tabular { return costTotals{c} }

type costTotals struct{ *Costs }

func (c costTotals) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		to, all := c.Result.Options.To, [2]float64{}
		row := func(member, name string, v [2]float64) bool {
			extra := Row{
				Scenario: c.Result.Scenario.Name, Member: member, Name: name, Unit: c.Result.Dataset.Money, Stat: StatProjected,
				Variable: fmt.Sprintf("cost in %d against %s", to, c.Baseline.Name), Value: v[0],
			}
			total := extra
			total.Variable = fmt.Sprintf("cost %d-%d against %s", c.Result.Options.Base+1, to, c.Baseline.Name)
			total.Value = v[1]
			return yield(extra) && yield(total)
		}
		for _, p := range c.Result.paths {
			v := [2]float64{c.extra(p, to), 0}
			for year := c.Result.Options.Base + 1; year <= to; year++ {
				v[1] += c.extra(p, year)
			}
			all[0], all[1] = all[0]+v[0], all[1]+v[1]
			if !row(p.member.Code, p.member.Name, v) {
				return
			}
		}
		row(AllMembers, "All members", all)
	}
}

// About names scenario, counterfactual, edition and assumptions.
func (c *Costs) About() About {
	a := about("Cost against the counterfactual: "+c.Baseline.Name, c.Result)
	a.Notes = append(a.Notes,
		"Counterfactual: "+c.Against.Scenario.String(),
		"Cost: spending less that of the counterfactual, undiscounted, "+c.Result.Dataset.Money+".")
	return a
}

// Rows yields the yearly and the cumulative cost of each member by year.
func (c *Costs) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, p := range c.Result.paths {
			sum := 0.0
			for year := c.Result.Options.Base + 1; year <= c.Result.Options.To; year++ {
				extra := c.extra(p, year)
				sum += extra
				for _, v := range []Row{
					{Variable: "cost against " + c.Baseline.Name, Value: extra},
					{Variable: "cumulative cost against " + c.Baseline.Name, Value: sum},
				} {
					v.Scenario, v.Member, v.Name, v.Year = c.Result.Scenario.Name, p.member.Code, p.member.Name, year
					v.Unit, v.Stat = c.Result.Dataset.Money, StatProjected
					if !yield(v) {
						return
					}
				}
			}
		}
	}
}

// yearly makes a series of projected values, one for each projected year.
func (r *Result) yearly(p *path, value func(year int) float64) scenario.Series {
	var obs []scenario.Observation
	for year := r.Options.Base + 1; year <= r.Options.To; year++ {
		obs = append(obs, scenario.Observation{Year: year, Value: value(year), Status: scenario.Projected})
	}
	s, _ := scenario.SeriesOf(obs...) // years rise by construction, values are finite
	return s
}
