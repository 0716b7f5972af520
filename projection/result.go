package projection

import (
	"fmt"
	"iter"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Result is one scenario projected for a set of members. It keeps its inputs
// and is not modified by any method, so that it may be shared.
type Result struct {
	Scenario scenario.Scenario // as it was run
	Dataset  *scenario.Dataset // the edition it starts from
	Options  Options           // with defaults filled in
	Warnings []error           // what the reader should know: "ISL left out: no armed forces"

	paths []*path // in order of code
}

// check refuses a result that did not come from Run.
func (r *Result) check() error {
	if r == nil || r.Dataset == nil || len(r.paths) == 0 {
		return fmt.Errorf("%w: an empty Result: make it with Run", scenario.ErrInvalid)
	}
	return nil
}

// Codes lists the members of the run in order of code.
func (r *Result) Codes() []string {
	codes := make([]string, len(r.paths))
	for i, p := range r.paths {
		codes[i] = p.member.Code
	}
	return codes
}

// Member looks up a member of the run, as [scenario.Dataset.Member] does. One
// that is in the data set but not in the run is ErrUnknownMember too.
func (r *Result) Member(name string) (*scenario.Member, error) {
	p, err := r.path(name)
	if err != nil {
		return nil, err
	}
	return p.member, nil
}

func (r *Result) path(name string) (*path, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	m, err := r.Dataset.Member(name)
	if err != nil {
		return nil, err
	}
	if p := r.byCode(m.Code); p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("%w: %s (%s) is not part of the run %q", scenario.ErrUnknownMember, m.Code, m.Name, r.Scenario.Name)
}

// byCode finds the path of a member, nil if it is not part of the run.
func (r *Result) byCode(code string) *path {
	for _, p := range r.paths {
		if p.member.Code == code {
			return p
		}
	}
	return nil
}

// Share is spending over GDP as a fraction: published figures up to the base
// year, then projected ones.
func (r *Result) Share(member string) (scenario.Series, error) {
	return r.series(member, (*scenario.Track).Shares)
}

// Spending is in Dataset.Money: published figures up to the base year, then
// projected ones.
func (r *Result) Spending(member string) (scenario.Series, error) {
	return r.series(member, (*scenario.Track).Spendings)
}

// GDP is in Dataset.Money: published figures up to the base year, then
// projected ones.
func (r *Result) GDP(member string) (scenario.Series, error) {
	return r.series(member, (*scenario.Track).GDPs)
}

func (r *Result) series(member string, of func(*scenario.Track) scenario.Series) (scenario.Series, error) {
	p, err := r.path(member)
	if err != nil {
		return scenario.Series{}, err
	}
	return of(p.track), nil
}

// Ask is what the pledge asks of a member in a projected year; the zero Ask in
// any other year.
func (r *Result) Ask(member string, year int) (scenario.Ask, error) {
	p, err := r.path(member)
	if err != nil {
		return scenario.Ask{}, err
	}
	if i := year - r.Options.Base - 1; i >= 0 && i < len(p.asks) {
		return p.asks[i], nil
	}
	return scenario.Ask{}, nil
}

// final is what is asked of a member in the last projected year.
func (p *path) final() scenario.Ask { return p.asks[len(p.asks)-1] }

// About names scenario, edition and assumptions.
func (r *Result) About() About {
	a := about("Share and spending by year", r)
	if r.check() == nil {
		of := denominator(r.Dataset)
		a.Title = fmt.Sprintf("Share of %s, spending and %s by year", of, of)
		a.Notes = append(a.Notes, fmt.Sprintf("Figures after %d are projected, marked p; e: an estimate of the source.", r.Options.Base))
	}
	return a
}

// Rows yields, for each member and year, the share in per cent of GDP, GDP and
// spending in Dataset.Money, the spending that the asked share would take, and
// the gap to it.
func (r *Result) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, p := range r.paths {
			for year, row := range p.years(r) {
				for _, v := range row {
					v.Scenario, v.Member, v.Name, v.Year = r.Scenario.Name, p.member.Code, p.member.Name, year
					if !yield(v) {
						return
					}
				}
			}
		}
	}
}

// years yields the rows of one member, year by year.
func (p *path) years(r *Result) iter.Seq2[int, []Row] {
	return func(yield func(int, []Row) bool) {
		gdps, spendings := p.track.GDPs(), p.track.Spendings()
		row := func(variable, unit string, o scenario.Observation) Row {
			return Row{Variable: variable, Unit: unit, Stat: o.Status.String(), Edition: o.Edition, Value: o.Value}
		}
		money := r.Dataset.Money
		for o := range p.track.Shares().Observations() {
			share := row("share", r.Dataset.ShareUnit(), o)
			share.Value = scenario.ToPercent(o.Value)
			rows := []Row{share}
			gdp, known := gdps.Observe(o.Year)
			if known {
				rows = append(rows, row(denominator(r.Dataset), money, gdp))
			}
			if spending, ok := spendings.Observe(o.Year); ok {
				rows = append(rows, row("spending", money, spending))
			}
			if i := o.Year - r.Options.Base - 1; known && i >= 0 && p.asks[i].Share > 0 {
				target := gdp
				target.Value = p.asks[i].Share * gdp.Value
				gap := gdp
				gap.Value = p.gapMoney(o.Year, r.Options)
				rows = append(rows, row("spending at target", money, target), row("gap", money, gap))
			}
			if !yield(o.Year, rows) {
				return
			}
		}
	}
}

// warn collects what the parts of the scenario and the paths have to say, each
// thing once.
func (r *Result) warn() {
	said := map[string]bool{}
	add := func(w error) {
		if !said[w.Error()] {
			said[w.Error()] = true
			r.Warnings = append(r.Warnings, w)
		}
	}
	for _, p := range r.paths {
		for _, part := range []any{r.Scenario.Pledge, r.Scenario.Growth, r.Scenario.Reaction()} {
			for _, w := range scenario.Warnings(part, p.member, r.Options.Base, r.Options.To) {
				add(w)
			}
		}
		if a := p.final(); a.By > r.Options.To {
			add(fmt.Errorf("the deadline %d lies beyond the horizon %d", a.By, r.Options.To))
		}
		for year := r.Options.Base + 1; year <= r.Options.To; year++ {
			if share, _ := p.track.Share(year); share > scenario.MaxShare {
				add(fmt.Errorf("%s: the share passes %s in %d: the response grows beyond all experience", p.member.Code, r.Dataset.FormatShare(scenario.MaxShare), year))
				break
			}
		}
	}
}
