package nato

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// The fewest members, years and changes from which a number is taken. What is
// estimated from fewer members says more about them than about its own error; in one
// year, what moved all members cannot be told from what they did about their gaps.
const (
	minMembers = 5
	minYears   = 2
	minChanges = 10
)

// An Adjustment describes the yearly changes of the shares of a group by least
// squares. Standard errors allow for any dependence between the years of one member,
// and between the members in one year: two-way clustering (Cameron, Gelbach and Miller
// 2011), and never less than clustering by member or by year alone gives. Clustering
// needs many clusters, some 20 to 50 (Cameron and Miller 2015): from 4 or 7 years even
// these standard errors are too small, in that 2 of them cover less than 95%. For an
// interval take Student's t, as Significant does.
type Adjustment struct {
	Group     string   // in words
	Members   []string // that have changes, in order of code
	Years     int      // that have changes
	Changes   int      // observations: one member's share in one year and the year before
	Estimated int      // of these, that rest on an estimate of the source

	// Three descriptions of one change: a part of the gap is closed (partial
	// adjustment), a rise that is the same whatever the gap, or both. If Common explains
	// more than Gap, what looks like adjustment is a common rise. All numbers are NaN
	// where there are too few members (5), years (2) or changes (10).
	Gap, Common, Both Line
}

// A Line is change of the share = Rise + Speed * gap, the gap being what was missing
// to the target in the year before.
type Line struct {
	Speed, SpeedSE float64 // part of the gap that is closed in a year, and its standard error
	Rise, RiseSE   float64 // rise of a year whatever the gap, as a fraction of GDP, and its standard error
	R2             float64 // part of the squares of changes that is explained: 0 is what holding the share explains

	// The standard errors clustered by member alone, which are common in the literature:
	// they take the members of a year for independent, and are far too small if they are not.
	SpeedSEByMember, RiseSEByMember float64
}

// Known reports whether there were enough members, years and changes for numbers.
func (a Adjustment) Known() bool { return !math.IsNaN(a.Common.Rise) }

// Significant reports whether an estimate of the group can be told from 0: whether 0
// is outside its interval of 95% by Student's t with as many degrees of freedom as
// there are years or, if they are fewer, members, less one (Cameron and Miller 2015).
// One that is not known is not.
func (a Adjustment) Significant(estimate, se float64) bool {
	freedom := min(len(a.Members), a.Years) - 1
	if !a.Known() || freedom < 1 {
		return false
	}
	t := distuv.StudentsT{Sigma: 1, Nu: float64(freedom)}
	return math.Abs(estimate) > t.Quantile(0.975)*se
}

// A change is one observation.
type change struct {
	member    string
	year      int
	group     group
	gap, by   float64 // missing in the year before, and the change
	estimated bool
}

// adjustment fits the lines of a group of changes, which are in order of member.
func (o *Observed) adjustment(name string, cs []change) Adjustment {
	a := Adjustment{Group: name, Changes: len(cs), Gap: unknownLine(), Common: unknownLine(), Both: unknownLine()}
	y, member, year := make([]float64, len(cs)), make([]int, len(cs)), make([]int, len(cs))
	years := map[int]bool{}
	for i, c := range cs {
		if len(a.Members) == 0 || a.Members[len(a.Members)-1] != c.member {
			a.Members = append(a.Members, c.member)
		}
		if c.estimated {
			a.Estimated++
		}
		years[c.year] = true
		y[i], member[i], year[i] = c.by, len(a.Members)-1, c.year
	}
	a.Years = len(years)
	if len(a.Members) < minMembers || a.Years < minYears || len(cs) < minChanges {
		o.warn("%s: too few for a number in %v: members %d of at least %d, changes %d of at least %d, years %d of at least %d",
			name, o.Period, len(a.Members), minMembers, len(cs), minChanges, a.Years, minYears)
		return a
	}
	design := mat.NewDense(len(cs), 2, nil)
	for i, c := range cs {
		design.SetRow(i, []float64{1, c.gap})
	}
	fit := func(from, to int) (b, se, byMember []float64, r2 float64) {
		r := regress(mat.DenseCopyOf(design.Slice(0, len(cs), from, to)), y)
		se, byMember = r.standardErrors(member, year)
		return r.b, se, byMember, r.r2
	}
	b, se, byMember, r2 := fit(0, 1)
	a.Common = Line{Rise: b[0], RiseSE: se[0], RiseSEByMember: byMember[0], R2: r2}
	b, se, byMember, r2 = fit(1, 2)
	a.Gap = Line{Speed: b[0], SpeedSE: se[0], SpeedSEByMember: byMember[0], R2: r2}
	b, se, byMember, r2 = fit(0, 2)
	a.Both = Line{
		Rise: b[0], RiseSE: se[0], RiseSEByMember: byMember[0],
		Speed: b[1], SpeedSE: se[1], SpeedSEByMember: byMember[1], R2: r2,
	}
	return a
}

func unknownLine() Line {
	nan := math.NaN()
	return Line{Speed: nan, SpeedSE: nan, Rise: nan, RiseSE: nan, R2: nan, SpeedSEByMember: nan, RiseSEByMember: nan}
}
