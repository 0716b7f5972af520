package nato

import (
	"fmt"
	"math"
	"strings"
	"text/tabwriter"

	"github.com/pledgesim/pledgesim/scenario"
)

// String gives the estimates as a table, and says in words whether the gap or a
// common rise describes the changes better.
func (o *Observed) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "Yearly changes of the share of GDP, %v, edition %s. In brackets: standard errors, clustered by member.\n", o.Period, o.Edition)
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\tmembers\tchanges\testimates\tgap closed\texplains\tcommon rise\texplains\tboth: gap\trise\texplains")
	for _, a := range []Adjustment{o.All, o.Near, o.Far, o.Bordering, o.AtTarget} {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", a.Group, len(a.Members), a.Changes, a.Estimated,
			inPercent(a.Gap.Speed, a.Gap.SpeedSE), explained(a.Gap), inPoints(a.Common), explained(a.Common),
			inPercent(a.Both.Speed, a.Both.SpeedSE), inPoints(a.Both), explained(a.Both))
	}
	table.Flush() // to a strings.Builder, which never fails
	text.WriteString("Gap closed: the part, in a year, of what was missing to 2% in the year before. Rise: percentage points of GDP a year.\n")
	text.WriteString("Explains: the part of the squares of changes, a held share explaining none. -: too few for a number.")
	for _, a := range []Adjustment{o.All, o.Near, o.Far, o.Bordering} {
		switch {
		case !a.Known():
		case a.Common.R2 > a.Gap.R2:
			text.WriteString("\n" + capitalised(a.Group) + ": a common rise explains more than closing part of the gap does.")
		default:
			text.WriteString("\n" + capitalised(a.Group) + ": closing part of the gap explains more than a common rise does.")
		}
	}
	return text.String()
}

func capitalised(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func inPercent(v, se float64) string {
	return number("%.1f%% (%.1f)", scenario.ToPercent(v), scenario.ToPercent(se))
}

func inPoints(l Line) string {
	return number("%+.3f (%.3f)", scenario.ToPercent(l.Rise), scenario.ToPercent(l.RiseSE))
}

func explained(l Line) string { return number("%.0f%%", scenario.ToPercent(l.R2)) }

// number writes "-" where there is none.
func number(format string, values ...float64) string {
	args := make([]any, len(values))
	for i, v := range values {
		if math.IsNaN(v) {
			return "-"
		}
		args[i] = v
	}
	return fmt.Sprintf(format, args...)
}
