package nato_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// What NATO's editions say. The numbers were worked out a second time by a program of
// its own, in Python with numpy, that shares nothing with this package but the printed
// shares: standard errors by member and year from sums over members, years and changes,
// and the largest of the three. Rises are in percentage points.
func TestObservedEditions(t *testing.T) {
	type found struct {
		Members, Years, Changes, Estimated      int
		Speed, SE, ByMember, R2                 float64 // closing part of the gap
		Rise, RiseSE, RiseByMember, RiseR2      float64 // a common rise
		BothSpeed, BothSE, BothByMember, BothR2 float64
	}
	none := math.NaN()
	for _, test := range []struct {
		edition             string
		period              nato.Period
		all, near, far, bor found
		above               found
	}{
		{"2026-07", nato.BeforeInvasion(),
			found{26, 7, 161, 0, 0.0733, 0.0242, 0.0193, 0.0834, 0.0616, 0.0249, 0.0142, 0.0959, 0.0171, 0.0506, 0.0336, 0.0969},
			found{3, 7, 18, 0, none, none, none, none, none, none, none, none, none, none, none, none},
			found{18, 7, 118, 0, 0.0573, 0.0253, 0.0166, 0.0608, 0.0531, 0.0302, 0.0152, 0.0675, 0.0039, 0.0967, 0.0609, 0.0676},
			found{5, 7, 25, 0, 0.3068, 0.0819, 0.0351, 0.4835, 0.1288, 0.0514, 0.0514, 0.3806, 0.2297, 0.1290, 0.0415, 0.5124},
			found{9, 7, 33, 0, none, none, none, none, -0.0242, 0.0722, 0.0722, 0.0051, none, none, none, none}},
		{"2026-07", nato.SinceInvasion(),
			found{23, 4, 78, 14, 0.2690, 0.1307, 0.0258, 0.2941, 0.1632, 0.0719, 0.0180, 0.3178, 0.1013, 0.0682, 0.0682, 0.3272},
			found{9, 4, 33, 6, 0.3060, 0.2141, 0.0415, 0.2360, 0.1073, 0.0897, 0.0161, 0.1832, 0.2928, 0.1111, 0.1111, 0.2361},
			found{12, 4, 41, 8, 0.2549, 0.1103, 0.0305, 0.3486, 0.1985, 0.0646, 0.0264, 0.4170, -0.0576, 0.1264, 0.1219, 0.4191},
			found{2, 3, 4, 0, none, none, none, none, none, none, none, none, none, none, none, none},
			found{17, 4, 40, 17, none, none, none, none, 0.2637, 0.0904, 0.0844, 0.2958, none, none, none, none}},
		{"2025-08", nato.SinceInvasion(),
			found{23, 4, 77, 33, 0.3020, 0.1461, 0.0215, 0.3257, 0.1775, 0.0732, 0.0178, 0.3448, 0.1292, 0.0862, 0.0634, 0.3590},
			found{9, 4, 33, 15, 0.2994, 0.2059, 0.0444, 0.2398, 0.1018, 0.0809, 0.0158, 0.1839, 0.2860, 0.1188, 0.1188, 0.2400},
			found{12, 4, 40, 17, 0.2975, 0.1362, 0.0246, 0.3834, 0.2307, 0.0792, 0.0182, 0.4673, -0.0766, 0.1046, 0.1046, 0.4705},
			found{2, 3, 4, 1, none, none, none, none, none, none, none, none, none, none, none, none},
			found{17, 4, 40, 27, none, none, none, none, 0.2430, 0.0819, 0.0819, 0.2706, none, none, none, none}},
	} {
		o := fitted(t, edition(t, test.edition), test.period)
		for i, a := range []nato.Adjustment{o.All, o.Near, o.Far, o.Bordering, o.AtTarget} {
			want := []found{test.all, test.near, test.far, test.bor, test.above}[i]
			got := found{len(a.Members), a.Years, a.Changes, a.Estimated, a.Gap.Speed, a.Gap.SpeedSE, a.Gap.SpeedSEByMember, a.Gap.R2,
				scenario.ToPercent(a.Common.Rise), scenario.ToPercent(a.Common.RiseSE), scenario.ToPercent(a.Common.RiseSEByMember), a.Common.R2,
				a.Both.Speed, a.Both.SpeedSE, a.Both.SpeedSEByMember, a.Both.R2}
			if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 6e-5), cmpopts.EquateNaNs()); diff != "" {
				t.Errorf("%s, %v, %s: %s", test.edition, test.period, a.Group, diff)
			}
		}
	}
}

// Finland and Sweden were above 2% when they joined: no change of theirs counts below
// it. Norway and Lithuania are all that borders on Russia and was below 2% in 2021.
func TestObservedMembers(t *testing.T) {
	o, err := nato.ObservedResponse(nato.SinceInvasion())
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(o.All.Members, "FIN") || slices.Contains(o.All.Members, "SWE") || !slices.Contains(o.AtTarget.Members, "FIN") {
		t.Errorf("below %v, at target %v", o.All.Members, o.AtTarget.Members)
	}
	if diff := cmp.Diff([]string{"LTU", "NOR"}, o.Bordering.Members); diff != "" {
		t.Error(diff)
	}
	if o.Edition != "nato-2026-07" || o.Target != 0.02 {
		t.Errorf("%s, %v", o.Edition, o.Target)
	}
	want := "; 12 members: spending goes to the target at once, but only 25.49% of each step is taken (standard error in simulations: 11.03%)"
	if text := o.Response().(scenario.ByMember).String(); !strings.Contains(text, want) {
		t.Error(text)
	}
}

// Of all these estimates only two speeds before 2022 and one common rise can be told
// from 0, and no speed beside a common rise. Student's t with 6 degrees of freedom has
// its 97.5% at 2.447, with 4 at 2.776, with 3 at 3.182 (printed tables).
func TestObservedSignificance(t *testing.T) {
	for p, want := range map[nato.Period]string{
		nato.BeforeInvasion(): "all below 2%: gap, all below 2%: common, bordering Russia: gap, ",
		nato.SinceInvasion():  "",
	} {
		o, err := nato.ObservedResponse(p)
		check(t, err)
		got := ""
		for _, a := range []nato.Adjustment{o.All, o.Near, o.Far, o.Bordering, o.AtTarget} {
			if a.Significant(a.Gap.Speed, a.Gap.SpeedSE) {
				got += a.Group + ": gap, "
			}
			if a.Significant(a.Common.Rise, a.Common.RiseSE) {
				got += a.Group + ": common, "
			}
			if a.Significant(a.Both.Speed, a.Both.SpeedSE) {
				got += a.Group + ": both, "
			}
		}
		if got != want {
			t.Errorf("%v: %q, want %q", p, got, want)
		}
	}
	for _, test := range []struct {
		members, years int
		t              float64
	}{{26, 7, 2.447}, {5, 7, 2.776}, {23, 4, 3.182}} {
		a := nato.Adjustment{Members: make([]string, test.members), Years: test.years}
		if a.Significant(-test.t+0.001, 1) || !a.Significant(-test.t-0.001, 1) {
			t.Errorf("%+v", test)
		}
	}
}
