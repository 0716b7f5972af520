package plotting

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// path writes a path. PDF has neither arcs nor curves with one control point:
// they become curves with two.
func (c *pdfCanvas) path(p vg.Path) {
	var at vg.Point // where the path has come to
	open := false
	line := func(to vg.Point) {
		operator := "l"
		if !open {
			operator = "m"
		}
		c.put(operator, to.X.Points(), to.Y.Points())
		at, open = to, true
	}
	curve := func(a, b, to vg.Point) {
		c.put("c", a.X.Points(), a.Y.Points(), b.X.Points(), b.Y.Points(), to.X.Points(), to.Y.Points())
		at = to
	}
	for _, step := range p {
		switch step.Type {
		case vg.MoveComp:
			open = false
			line(step.Pos)
		case vg.LineComp:
			line(step.Pos)
		case vg.ArcComp:
			line(arcPoint(step, 0))
			for _, bend := range bends(step) {
				curve(bend[0], bend[1], bend[2])
			}
		case vg.CurveComp:
			if !open {
				line(step.Pos)
			}
			if a, b := step.Control[0], step.Control[len(step.Control)-1]; len(step.Control) == 1 {
				const third = 1.0 / 3
				curve(at.Add(a.Sub(at).Scale(2*third)), step.Pos.Add(b.Sub(step.Pos).Scale(2*third)), step.Pos)
			} else {
				curve(a, b, step.Pos)
			}
		case vg.CloseComp:
			c.put("h")
		}
	}
}

// arcPoint is the point of an arc after an angle.
func arcPoint(arc vg.PathComp, angle float64) vg.Point {
	sin, cos := math.Sincos(arc.Start + angle)
	return arc.Pos.Add(vg.Point{X: arc.Radius * vg.Length(cos), Y: arc.Radius * vg.Length(sin)})
}

// bends are the curves that an arc becomes, one for a quarter of a circle or
// less, each as two control points and an end. They leave the arc by at most
// 0.03 % of the radius.
func bends(arc vg.PathComp) [][3]vg.Point {
	n := math.Ceil(math.Abs(arc.Angle) / (math.Pi / 2))
	step := arc.Angle / n
	// The length of the tangents at both ends of a curve that meets the arc in
	// its middle, as a share of the radius.
	tangent := vg.Length(4.0 / 3 * math.Tan(step/4))
	var all [][3]vg.Point
	for i := range int(n) {
		a, b := arcPoint(arc, float64(i)*step), arcPoint(arc, float64(i+1)*step)
		turned := func(p vg.Point) vg.Point { // by a quarter of a circle around the centre, from the centre
			d := p.Sub(arc.Pos)
			return vg.Point{X: -d.Y, Y: d.X}.Scale(tangent)
		}
		all = append(all, [3]vg.Point{a.Add(turned(a)), b.Sub(turned(b)), b})
	}
	return all
}
