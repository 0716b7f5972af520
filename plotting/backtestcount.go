package plotting

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// BacktestCount is [Count] with what really happened by a later edition: a solid
// line with dots for the number of members at the share in each year from the base
// year on, hollow where the source calls a figure an estimate. The results must all
// ask the same members for the same share.
func BacktestCount(outcome *scenario.Dataset, rs ...*projection.Result) (*Figure, error) {
	f, err := backtestCount(outcome, rs)
	if err != nil {
		return nil, fmt.Errorf("BacktestCount: %w", err)
	}
	return f, nil
}

func backtestCount(later *scenario.Dataset, rs []*projection.Result) (*Figure, error) {
	f, words, err := counts(rs)
	if err != nil {
		return nil, err
	}
	pledged := pledged(rs)
	outcome, err := happenedTo(pledged, later)
	if err != nil {
		return nil, err
	}
	base := rs[0].Options.Base
	happened := from(outcome.Count(), base)
	year, err := comparedIn(pledged, happened, outcome.Dataset)
	if err != nil {
		return nil, err
	}
	c := f.chart.(*timeChart)
	end, _ := happened.Observe(happened.Last())
	c.last = max(c.last, end.Year)
	c.outcome = timeLine{label: whatHappened(fmt.Sprintf("%.0f", end.Value), end), values: happened}
	really, _ := happened.Observe(year)
	f.Title = backtestCountTitle(outcome, pledged, really)
	f.Source, f.editions = source(rs, outcome.Dataset), editionsOf(rs, outcome.Dataset)
	words = append(append(runAssumptions(rs), words...), "What happened: by edition "+outcome.Dataset.Edition, estimatesMarked(happened))
	words = append(words, onOutcome(outcome, c.history, pledged[0])...)
	f.Note = note(append(words, caveats(rs, outcome.Dataset))...)
	return f, nil
}

// onOutcome says how the number of members in an outcome differs from that printed
// before a projection, and which members or years are not in it or cannot be compared.
func onOutcome(outcome *projection.Record, printed scenario.Series, r *projection.Result) []string {
	base := r.Options.Base
	said := []string{recounted(printed, outcome.Count(), base, outcome.Dataset), newcomers(r.Dataset, outcome.Dataset, base), withoutFigures(outcome, base)}
	return append(said, breaks(outcome.Dataset, askedCodes(r), base)...)
}

// checkOutcome refuses an edition that holds nothing, or shares of something else.
func checkOutcome(d *scenario.Dataset, rs []*projection.Result) error {
	if d == nil || len(d.Codes()) == 0 {
		return fmt.Errorf("the outcome is empty: give a later edition, such as nato.Latest(): %w", scenario.ErrInvalid)
	}
	return checkUnit(rs[0].Dataset, d)
}

// happenedTo reads from a later edition what became of the members who are asked,
// which must be the same ones, for the same share, in all results.
func happenedTo(rs []*projection.Result, later *scenario.Dataset) (*projection.Record, error) {
	if err := checkOutcome(later, rs); err != nil {
		return nil, err
	}
	if err := checkOneCount(rs); err != nil {
		return nil, err
	}
	if base := rs[0].Options.Base; later.Last() <= base {
		return nil, fmt.Errorf("the outcome, edition %s, ends in %d, and the projection starts from %d: give a later edition: %w", later.Edition, later.Last(), base, scenario.ErrMissing)
	}
	return projection.Outcome(later, distinctTargets(rs[0].Reaches())[0], askedCodes(rs[0])...)
}

// checkOneCount refuses results that do not all ask the same members for the same
// share.
func checkOneCount(rs []*projection.Result) error {
	asked := askedCodes(rs[0])
	for _, r := range rs {
		if targets := distinctTargets(allReaches([]*projection.Result{rs[0], r})); len(targets) != 1 {
			return fmt.Errorf("%q and %q ask for %s, and this chart counts at one share: draw a chart for each: %w",
				rs[0].Scenario.Name, r.Scenario.Name, list(shares(targets)), scenario.ErrInvalid)
		}
		if missing, extra := without(asked, askedCodes(r)), without(askedCodes(r), asked); len(missing)+len(extra) > 0 {
			return fmt.Errorf("%q and %q ask different members, who cannot be counted together: not both ask %s: %w",
				rs[0].Scenario.Name, r.Scenario.Name, list(slices.Concat(missing, extra)), scenario.ErrInvalid)
		}
	}
	return nil
}

// askedCodes gives the members of whom something is asked.
func askedCodes(r *projection.Result) []string {
	var codes []string
	for _, reach := range r.Reaches() {
		if reach.Status != projection.NotAsked {
			codes = append(codes, reach.Member)
		}
	}
	return codes
}

// without gives the codes that are not among others.
func without(codes, others []string) []string {
	return slices.DeleteFunc(slices.Clone(codes), func(code string) bool { return slices.Contains(others, code) })
}

func shares(fractions []float64) []string {
	texts := make([]string, len(fractions))
	for i, f := range fractions {
		texts[i] = scenario.FormatShare(f)
	}
	return texts
}

// recounted says that the later edition counts otherwise in the base year.
func recounted(printed, happened scenario.Series, base int, d *scenario.Dataset) string {
	then, _ := printed.At(base)
	now, ok := happened.At(base)
	if !ok || then == now {
		return ""
	}
	return fmt.Sprintf("Edition %s has %s there in %d, not %.0f: figures were revised", d.Edition, members(int(now)), base, then)
}

// newcomers says which members have figures after a base year in a later edition only,
// and so are not in a count.
func newcomers(then, later *scenario.Dataset, base int) string {
	var names []string
	for _, code := range without(later.Codes(), then.Codes()) {
		if m, err := later.Member(code); err == nil && m.Share.Last() > base {
			names = append(names, m.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("Not in edition %s, and not counted: %s", then.Edition, whose(names, len(later.Codes())))
}

// withoutFigures says for which members the outcome lacks a year, in which they
// do not count.
func withoutFigures(outcome *projection.Record, base int) string {
	missing := map[string]bool{}
	for year := range outcome.Count().All() {
		if year < base {
			continue
		}
		for _, name := range withoutFigureIn(outcome, year) {
			missing[name] = true
		}
	}
	var names []string
	for _, row := range outcome.Members {
		if missing[row.Name] {
			names = append(names, row.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Without a figure in some year, and not counted there: " + list(names)
}

// withoutFigureIn names the members for whom an outcome has no figure in a year.
func withoutFigureIn(outcome *projection.Record, year int) []string {
	var names []string
	for _, row := range outcome.Members {
		m, err := outcome.Dataset.Member(row.Member)
		if err != nil {
			continue
		}
		if _, ok := m.Share.At(year); !ok {
			names = append(names, row.Name)
		}
	}
	return names
}

// backtestCountTitle states how many members were at the target in a year, and
// how many were projected to be: "15 of 29 members were at 2% of GDP in 2024, more
// than the 7 to 8 projected from 2022".
func backtestCountTitle(outcome *projection.Record, rs []*projection.Result, really scenario.Observation) string {
	fact, known := factOf(outcome, really)
	n, of := int(really.Value), len(outcome.Members)
	least, most := of, 0
	for _, r := range rs {
		projected, _ := r.Count().At(really.Year)
		least, most = min(least, int(projected)), max(most, int(projected))
	}
	base := rs[0].Options.Base
	switch {
	case known < of && n < most && n+of-known >= least: // those without a figure may make the difference
		return fmt.Sprintf("%s; %s of %d were projected from %d", fact, numberRange(least, most), of, base)
	case least == most && n == most:
		return fmt.Sprintf("%s, as projected from %d", fact, base)
	case of == 1 && least != most:
		return fmt.Sprintf("%s, as in some projections from %d", fact, base)
	case of == 1:
		return fmt.Sprintf("%s, unlike projected from %d", fact, base)
	case n > most:
		return fmt.Sprintf("%s, more than the %s projected from %d", fact, numberRange(least, most), base)
	case n < least:
		return fmt.Sprintf("%s, fewer than the %s projected from %d", fact, numberRange(least, most), base)
	}
	return fmt.Sprintf("%s; %s were projected from %d", fact, numberRange(least, most), base)
}

// factOf states how many members were at the target in a year, and gives the number
// of those with a figure: "15 of 29 members were at 2% of GDP in 2024".
func factOf(outcome *projection.Record, really scenario.Observation) (fact string, known int) {
	n, of := int(really.Value), len(outcome.Members)
	known = of - len(withoutFigureIn(outcome, really.Year))
	subject := tally{n, known}.subject("were", "was")
	switch {
	case known < of:
		verb := "were"
		if n == 1 {
			verb = "was"
		}
		subject = fmt.Sprintf("%d of %s with a figure %s", n, members(known), verb)
	case of == 1 && n == 1:
		subject = outcome.Members[0].Name + " was"
	case of == 1:
		subject = outcome.Members[0].Name + " was not"
	}
	return fmt.Sprintf("%s at %s in %s", subject, outcome.Dataset.FormatShare(outcome.Share), yearOf(really)), known
}

// numberRange writes two numbers, or one if they are equal: "7 to 8".
func numberRange(least, most int) string {
	if least == most {
		return fmt.Sprint(least)
	}
	return fmt.Sprintf("%d to %d", least, most)
}
