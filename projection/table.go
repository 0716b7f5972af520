package projection

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"regexp"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Row is one number with everything needed to read it.
type Row struct {
	Scenario string  // name of the scenario, or "outcome" and the edition for published figures
	Member   string  // ISO 3166 alpha-3 code
	Name     string  // English name of the member
	Case     string  // what sets the line apart from others of the member, such as "+1 pp"; empty in most tables
	Variable string  // "share", "year reached", "growth needed" and so on
	Unit     string  // one of the Unit constants, or of the data set: ShareUnit, Money
	Year     int     // the year the number belongs to; 0 where it belongs to none
	Stat     string  // one of the Stat constants
	Edition  string  // where a published number was printed; empty for a computed one
	Value    float64 // NaN where there is none
	StdErr   float64 // Monte Carlo standard error of a chance or a mean, in the same unit; 0: none
	Text     string  // words a printed table shows in place of the number, such as "not by 2040"; empty: the number
}

// Units of rows. Money has the unit that Dataset.Money names. Shares and errors of
// shares have their unit from the data set too: where its Denominator is not GDP, that
// stands in the place of GDP in UnitShare and UnitError.
const (
	UnitShare      = "% of GDP" // Dataset.ShareUnit
	UnitPoints     = "percentage points a year"
	UnitDifference = "percentage points"
	UnitGrowth     = "% a year"
	UnitRatio      = "times"
	UnitPercentile = "% of the record"
	UnitYear       = "year"
	UnitYears      = "years"
	UnitMembers    = "members"
	UnitChance     = "% of draws"
	UnitPart       = "% of combinations" // of a sweep
	UnitOutcome    = "% of outcomes"     // of forecasts
	UnitOutcomes   = "outcomes"
	UnitOrigins    = "origins"                     // of a backtest
	UnitError      = "percentage points of GDP"    // of errors and scores
	UnitSkill      = "% less than hold-last"       // of scores
	UnitBrier      = "squared chance, from 0 to 1" // of Brier scores
)

// Stats of rows: where a number comes from.
const (
	StatObserved  = "observed"
	StatEstimated = "estimated" // marked so by the source
	StatProjected = "projected"
	StatNeeded    = "needed" // what a target demands
	StatChance    = "chance" // a share of draws; quantiles over draws are p05, p50 and so on
	StatMean      = "mean"   // over draws
	StatScore     = "score"  // of forecasts against what happened
)

// AllMembers is the Member of a row that adds up all members of a run.
const AllMembers = "ALL"

// total is the name of a row that adds up a number of members.
func total(members int) string { return fmt.Sprintf("Total of %d", members) }

// A Tabular is a result that can be written as a table.
type Tabular interface {
	// About says what the table is and on what assumptions it stands.
	About() About
	// Rows yields the numbers, in an order that never changes.
	Rows() iter.Seq[Row]
}

// About is what must be printed with a table: nothing in it is optional.
type About struct {
	Title       string   // what the numbers are
	Lines       string   // what the lines are, where rows have a Case, for example "GDP growth"
	ByScenario  bool     // printed with a line for each scenario, where there would be a column
	Editions    []string // where the figures come from
	Assumptions []string // each scenario in words
	Notes       []string // caveats of the data, meaning of columns
	Warnings    []error  // what the run noticed
}

// about collects what is to be said about results, each a path without luck.
func about(title string, rs ...*Result) About {
	a := describe(title, rs...)
	for _, r := range rs {
		if r.check() == nil && scenario.Lucky(r.Scenario) {
			a.Notes = append(a.Notes, withoutLuck(r.Scenario))
		}
	}
	return a
}

// describe collects what is to be said about results, whether or not luck is left
// out.
func describe(title string, rs ...*Result) About {
	a := About{Title: title}
	var growth []string
	for _, r := range rs {
		if r.check() != nil {
			continue
		}
		growth = append(growth, growthSources(r.Scenario)...)
		a.Editions = append(a.Editions, fmt.Sprintf("%s; base year %d%s, horizon %d", edition(r.Dataset), r.Options.Base, r.estimated(), r.Options.To))
		a.Assumptions = append(a.Assumptions, r.Scenario.In(r.Dataset))
		a.Notes = append(a.Notes, r.Dataset.Notes...)
		a.Warnings = append(a.Warnings, r.Warnings...)
	}
	a.Editions = append(a.Editions, growth...)
	return a
}

// growthSources says where the growth of a scenario was published, and the record
// that its response was fitted to.
func growthSources(s scenario.Scenario) []string {
	var sources []string
	for _, o := range scenario.Origins(s.Growth) {
		sources = append(sources, "growth: "+o.String())
	}
	for _, o := range scenario.Origins(s.Reaction()) {
		sources = append(sources, "response: "+o.String())
	}
	return sources
}

// tolerated says how exactly a target must be met.
func tolerated(o Options) string {
	if o.Tolerance == 0 {
		return "A share counts as at the target if it is no lower."
	}
	return fmt.Sprintf("A share that is lower by up to %.4g percentage points counts as at the target.", scenario.ToPercent(o.Tolerance))
}

// estimated says how many shares of the base year are estimates of the source.
func (r *Result) estimated() string {
	members := make([]*scenario.Member, len(r.paths))
	for i, p := range r.paths {
		members[i] = p.member
	}
	return estimated(members, r.Options.Base)
}

func estimated(members []*scenario.Member, base int) string {
	n := 0
	for _, m := range members {
		if m.Share.Estimated(base) {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case len(members):
		return " (estimates of the source)"
	}
	return fmt.Sprintf(" (%d of %d shares are estimates of the source)", n, len(members))
}

// withoutLuck says that a path leaves the random parts of its scenario out.
func withoutLuck(s scenario.Scenario) string {
	return fmt.Sprintf("%q: the path without luck, on which growth is as expected and promises go the likelier way. Chances take a simulation.", s.Name)
}

// edition names an edition with the documents it comes from.
func edition(d *scenario.Dataset) string {
	if len(d.Sources) == 0 {
		return d.Edition
	}
	var sources []string
	for _, s := range d.Sources {
		sources = append(sources, s.String())
	}
	return d.Edition + " (" + strings.Join(sources, "; ") + ")"
}

// checkTables refuses a table that is nil or of which nothing is left, a number that
// is infinite, and two numbers that would stand in one place.
func checkTables(ts []Tabular) error {
	if len(ts) == 0 {
		return &scenario.FieldError{Field: "tables", Problem: "are none: give at least one", Err: scenario.ErrMissing}
	}
	type place struct {
		column
		member, other string
		year          int
	}
	filled := map[place]bool{}
	for i, t := range ts {
		if t == nil {
			return &scenario.FieldError{Field: fmt.Sprintf("table %d", i+1), Problem: "is nil", Err: scenario.ErrInvalid}
		}
		if o, ok := t.(only); ok {
			if err := o.check(); err != nil {
				return fmt.Errorf("table %d: %w", i+1, err)
			}
		}
		for r := range t.Rows() {
			if math.IsInf(r.Value, 0) || math.IsInf(r.StdErr, 0) {
				return &scenario.FieldError{
					Scenario: r.Scenario, Member: r.Member, Year: r.Year, Field: r.Variable, Err: scenario.ErrInvalid,
					Problem: "is infinite: a table has numbers, or NaN where there is none",
				}
			}
			p := place{columnOf(r), r.Member, r.Case, r.Year}
			if filled[p] {
				return &scenario.FieldError{
					Scenario: r.Scenario, Member: r.Member, Year: r.Year, Field: r.Variable, Err: scenario.ErrDuplicate,
					Problem: "is in two of the tables: write them apart, or give their scenarios names of their own",
				}
			}
			filled[p] = true
		}
	}
	return nil
}

// join merges what is to be said about several tables, each thing once.
func join(ts []Tabular) About {
	var all About
	var titles []string
	for _, t := range ts {
		a := t.About()
		titles = append(titles, a.Title)
		all.Lines, all.ByScenario = cmp.Or(all.Lines, a.Lines), all.ByScenario || a.ByScenario
		all.Editions = append(all.Editions, a.Editions...)
		all.Assumptions = append(all.Assumptions, a.Assumptions...)
		all.Notes = append(all.Notes, a.Notes...)
		all.Warnings = append(all.Warnings, a.Warnings...)
	}
	all.Title = strings.Join(once(titles), "; ")
	all.Editions, all.Assumptions, all.Notes = once(all.Editions), once(all.Assumptions), once(all.Notes)
	all.Warnings = onceBy(all.Warnings, error.Error)
	return all
}

// memberWarning is a warning that begins with the code of the member it is about.
var memberWarning = regexp.MustCompile(`^([A-Z]{3}): (.*)$`)

// texts gives warnings as lines, one for all members of whom the same is said.
func texts(warnings []error) []string {
	var lines []string
	at := map[string]int{}
	for _, w := range warnings {
		parts := memberWarning.FindStringSubmatch(w.Error())
		if parts == nil {
			lines = append(lines, w.Error())
			continue
		}
		if i, ok := at[parts[2]]; ok {
			codes, _, _ := strings.Cut(lines[i], ": ")
			lines[i] = codes + " " + parts[1] + ": " + parts[2]
			continue
		}
		at[parts[2]] = len(lines)
		lines = append(lines, w.Error())
	}
	return lines
}

func once(texts []string) []string { return onceBy(texts, func(s string) string { return s }) }

// onceBy keeps the first of all elements with the same key.
func onceBy[T any](list []T, key func(T) string) []T {
	seen := map[string]bool{}
	var kept []T
	for _, v := range list {
		if k := key(v); !seen[k] {
			seen[k] = true
			kept = append(kept, v)
		}
	}
	return kept
}
