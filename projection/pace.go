package projection

import (
	"fmt"
	"iter"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A MemberPace compares how fast a member has been moving with how fast the
// target demands. What does not apply is NaN: needed figures where there is no
// deadline or the target is met already.
type MemberPace struct {
	Member, Name string  // ISO 3166 alpha-3 code and English name
	Target       float64 // fraction of GDP; 0: nothing asked
	Deadline     int     // 0: none
	Years        int     // from which the needed pace is counted to the deadline; 0: none is needed
	Changes      int     // yearly changes that today's pace is taken over

	PointsNow    float64 // mean yearly change of the share up to the base year, as a fraction of GDP
	GrowthNow    float64 // mean yearly growth of spending up to the base year, in the prices of the data set
	PointsNeeded float64 // yearly change of the share that meets the target in the deadline year
	GrowthNeeded float64 // yearly growth of spending that does
	Demanding    float64 // part of the alliance's record that GrowthNeeded exceeds, in [0, 1]
	Windows      int     // stretches of the record it is compared with
}

// Ratio is the needed pace over that of today, in percentage points a year:
// 2.4 is "2.4 times as fast". ok is false where no pace is needed or today's
// leads away from the target.
func (p MemberPace) Ratio() (ratio float64, ok bool) {
	if math.IsNaN(p.PointsNeeded) || !(p.PointsNow > 0) {
		return 0, false
	}
	return p.PointsNeeded / p.PointsNow, true
}

// A PaceTable holds the pace of every member of a run.
type PaceTable struct {
	Members  []MemberPace // in order of code
	Warnings []error      // windows shorter than asked, a record too short to compare with
	Result   *Result      // the run that was measured
}

// Pace measures, for every member of a run, the pace of the last Options.Window
// years and the pace that is needed to meet the target in the deadline year:
// (target - share)/years in points, and (target*GDP/spending)^(1/years) - 1 in
// growth of spending, with the GDP that the scenario has for the deadline. The
// years are counted from the base year; for a pledge that is known later, from
// the projected year before it is known. How demanding that is, is the part of
// all members' growth over windows of the same length, in the edition up to the
// base year, that it exceeds.
func Pace(r *Result) (*PaceTable, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	t := &PaceTable{Result: r}
	for _, p := range r.paths {
		row, err := r.pace(p)
		if err != nil {
			return nil, err
		}
		t.Members = append(t.Members, row)
		if row.Changes < r.Options.Window {
			t.Warnings = append(t.Warnings, fmt.Errorf("%s: pace over %d years, %d asked%s", row.Member, row.Changes, r.Options.Window, p.breaks(r.Options)))
		}
		if row.Windows == 0 && !math.IsNaN(row.GrowthNeeded) {
			t.Warnings = append(t.Warnings, fmt.Errorf("%s: the edition has no record of %d years to compare with", row.Member, row.Years))
		}
	}
	return t, nil
}

// breaks says which change was left out of the pace because figures on its two
// sides cannot be compared.
func (p *path) breaks(o Options) string {
	text := ""
	for year := o.Base - o.Window + 1; year <= o.Base; year++ {
		if why, broken := p.member.Broken(year); broken {
			text += fmt.Sprintf(": without %d, %s", year, why)
		}
	}
	return text
}

func (r *Result) pace(p *path) (MemberPace, error) {
	base, final := r.Options.Base, p.final()
	row := MemberPace{Member: p.member.Code, Name: p.member.Name, Target: final.Share, Deadline: final.By}
	row.PointsNow, row.Changes = p.member.ShareChange(base, r.Options.Window)
	row.GrowthNow, _ = p.member.SpendingGrowth(base, r.Options.Window)
	row.PointsNeeded, row.GrowthNeeded, row.Demanding = math.NaN(), math.NaN(), math.NaN()
	start := p.start(base)
	share, _ := p.track.Share(start)
	if final.By <= start || r.Options.Reached(share, final.Share) {
		return row, nil
	}
	rates, err := rates(p.member, r.Scenario, r.Options, final.By)
	if err != nil {
		return row, err
	}
	gdp, _ := p.track.GDP(start)
	for i, g := range rates[start-base:] {
		gdp *= 1 + g
		if err := checkGDP(gdp, p.member, r.Scenario, start+1+i); err != nil {
			return row, err
		}
	}
	row.Years = final.By - start
	row.PointsNeeded = (final.Share - share) / float64(row.Years)
	if spending, _ := p.track.Spending(start); spending > 0 { // nothing grows from zero
		row.GrowthNeeded = math.Pow(final.Share*gdp/spending, 1/float64(row.Years)) - 1
		row.Demanding, row.Windows = r.demanding(row.GrowthNeeded, row.Years)
	}
	return row, nil
}

// start is the year from which the way to the target is counted: the base year,
// or the year before something is asked for the first time.
func (p *path) start(base int) int {
	for i, a := range p.asks {
		if a.Share > 0 {
			return base + i
		}
	}
	return base
}

// recorded is the number of members whose past makes the record.
func (r *Result) recorded() int {
	n := 0
	for _, code := range r.Dataset.Codes() {
		if m, err := r.Dataset.Member(code); err == nil && !m.Share.Empty() {
			n++
		}
	}
	return n
}

// demanding compares a growth rate with all members' growth over n years.
func (r *Result) demanding(growth float64, n int) (part float64, windows int) {
	below := 0
	for _, code := range r.Dataset.Codes() {
		m, err := r.Dataset.Member(code)
		if err != nil || m.Share.Empty() {
			continue
		}
		for end := m.Share.First() + n; end <= r.Options.Base; end++ {
			before, ok := m.SpendingAt(end - n)
			after, okAfter := m.SpendingAt(end)
			if !ok || !okAfter || before <= 0 {
				continue
			}
			windows++
			if math.Pow(after/before, 1/float64(n))-1 < growth {
				below++
			}
		}
	}
	if windows == 0 {
		return math.NaN(), 0
	}
	return float64(below) / float64(windows), windows
}

// About names scenario, edition and assumptions, and what the columns mean.
func (t *PaceTable) About() About {
	a := about("Pace now and pace needed", t.Result)
	if t.Result.check() != nil {
		return a
	}
	o := t.Result.Options
	a.Notes = append(a.Notes,
		fmt.Sprintf("Now: mean of the last %d years up to %d. Needed: from there to the deadline. \"At this pace\" means growth of spending, not points of %s. Demanding: how much of the record of %s of the edition over as many years grew more slowly.", o.Window, o.Base, denominator(t.Result.Dataset), allMembers(t.Result.recorded())))
	a.Warnings = append(a.Warnings, t.Warnings...)
	return a
}

func allMembers(n int) string {
	if n == 1 {
		return "the one member"
	}
	return fmt.Sprintf("all %d members", n)
}

// Rows yields six numbers a member; NaN where one does not apply.
func (t *PaceTable) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, p := range t.Members {
			ratio, ok := p.Ratio()
			if !ok {
				ratio = math.NaN()
			}
			for _, v := range []Row{
				{Variable: "points now", Unit: UnitPoints, Stat: StatObserved, Value: scenario.ToPercent(p.PointsNow)},
				{Variable: "points needed", Unit: UnitPoints, Stat: StatNeeded, Value: scenario.ToPercent(p.PointsNeeded)},
				{Variable: "times as fast", Unit: UnitRatio, Stat: StatNeeded, Value: ratio},
				{Variable: "growth now", Unit: UnitGrowth, Stat: StatObserved, Value: scenario.ToPercent(p.GrowthNow)},
				{Variable: "growth needed", Unit: UnitGrowth, Stat: StatNeeded, Value: scenario.ToPercent(p.GrowthNeeded)},
				{Variable: "demanding", Unit: UnitPercentile, Stat: StatNeeded, Value: scenario.ToPercent(p.Demanding)},
			} {
				v.Scenario, v.Member, v.Name = t.Result.Scenario.Name, p.Member, p.Name
				if !yield(v) {
					return
				}
			}
		}
	}
}
