package projection

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A summary is an Ensemble as bytes:
//
//	"pledgesim ensemble", version, length and JSON of a summaryHead,
//	counts and histograms as varints, kept shares as little-endian float64,
//	SHA-256 of all before.
const (
	summaryMagic   = "pledgesim ensemble"
	summaryVersion = 1
)

// A summaryHead says what was simulated.
type summaryHead struct {
	Fingerprint []byte // of data set, scenario and first draws
	Members     []string
	Base, To    int
	Tolerance   float64
	Seed        uint64
	Keep        bool
	Spending    bool
	Antithetic  bool
	Control     int
	Ranges      [][2]int // draws, each from a first up to but without an end
	Exact       bool     // kept shares follow
}

// MarshalBinary gives the ensemble as bytes that another machine can take up with
// [Restore] and [Merge]: a few kilobytes for each member and year, and the shares
// where they are kept. The same draws give the same bytes, however they were come
// by.
func (e *Ensemble) MarshalBinary() ([]byte, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	fingerprint, err := e.sim.fingerprint()
	if err != nil {
		return nil, err
	}
	o := e.sim.options
	head := summaryHead{
		Fingerprint: fingerprint, Members: e.Codes(), Base: o.Base, To: o.To, Tolerance: o.Tolerance, Seed: o.Seed,
		Keep: o.Keep, Spending: o.Spending, Antithetic: o.Antithetic, Control: o.Control, Exact: e.Exact(),
	}
	for _, r := range e.ranges {
		head.Ranges = append(head.Ranges, [2]int{r.first, r.end})
	}
	text, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	data := append([]byte(summaryMagic), summaryVersion)
	data = binary.AppendUvarint(data, uint64(len(text)))
	data = append(data, text...)
	for _, year := range e.counts {
		for _, n := range year {
			data = binary.AppendUvarint(data, uint64(n))
		}
	}
	for i := range e.tallies {
		t := &e.tallies[i]
		for _, n := range t.numbers() {
			data = binary.AppendUvarint(data, uint64(*n))
		}
		for k := range t.shares { // empty where shares are kept
			data = t.shares[k].append(data)
		}
		for k := range t.spending {
			data = t.spending[k].append(data)
		}
	}
	for i := range e.tallies {
		for k := range e.sim.years {
			for _, p := range e.paths {
				for _, v := range p.shares[i][k] {
					data = binary.LittleEndian.AppendUint64(data, math.Float64bits(v))
				}
			}
		}
	}
	sum := sha256.Sum256(data)
	return append(data, sum[:]...), nil
}

// append writes a histogram: zero, first bin, number of bins, counts.
func (h *histogram) append(data []byte) []byte {
	t := h.trimmed()
	for _, n := range []uint64{t.zero, t.low, uint64(len(t.counts))} {
		data = binary.AppendUvarint(data, n)
	}
	for _, n := range t.counts {
		data = binary.AppendUvarint(data, uint64(n))
	}
	return data
}

// Restore reads back what MarshalBinary gave, for the data set and the scenario
// that were simulated. Bytes that are damaged, of another version of this library
// or of another simulation are [scenario.ErrInvalid].
func Restore(d *scenario.Dataset, s scenario.Scenario, data []byte) (*Ensemble, error) {
	r, head, err := readHead(data)
	if err != nil {
		return nil, err
	}
	sim, err := newSimulation(d, s, Options{
		Members: head.Members, Base: head.Base, To: head.To, Tolerance: head.Tolerance, Seed: head.Seed,
		Keep: head.Keep, Spending: head.Spending, Antithetic: head.Antithetic, Control: head.Control,
	})
	if err != nil {
		return nil, fmt.Errorf("summary: %w", err)
	}
	if err := sim.room(1); err != nil {
		return nil, fmt.Errorf("summary: %w", err)
	}
	fingerprint, err := sim.fingerprint()
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(fingerprint, head.Fingerprint) {
		return nil, badSummary("is of another simulation than scenario %q on edition %s: data set, members, assumptions or the library's arithmetic differ", s.Name, d.Edition)
	}
	if err := sim.controls(context.Background()); err != nil {
		return nil, err
	}
	e := sim.ensemble()
	for i, span := range head.Ranges {
		if span[0] < 0 || span[1] <= span[0] || span[1] > MaxFirst+MaxDraws || i > 0 && span[0] <= head.Ranges[i-1][1] {
			return nil, badSummary("has draws that are out of order")
		}
		e.ranges = append(e.ranges, drawRange{span[0], span[1]})
	}
	if len(e.ranges) == 0 || e.Draws() > MaxDraws {
		return nil, badSummary("does not have 1 to %d draws", MaxDraws)
	}
	r.counts(e)
	if head.Exact {
		r.paths(e)
	}
	if r.bad || len(r.data) > 0 {
		return nil, badSummary("does not have the length that its head announces")
	}
	if !e.adds() {
		return nil, badSummary("has counts that do not add up to its draws")
	}
	e.warn()
	return e, nil
}

func badSummary(format string, args ...any) error {
	return fmt.Errorf("%w: the summary "+format, append([]any{scenario.ErrInvalid}, args...)...)
}

// readHead checks magic, version and checksum.
func readHead(data []byte) (*summaryReader, summaryHead, error) {
	var head summaryHead
	if len(data) < len(summaryMagic)+1+sha256.Size || !bytes.HasPrefix(data, []byte(summaryMagic)) {
		return nil, head, badSummary("is none: it does not begin with %q", summaryMagic)
	}
	if v := data[len(summaryMagic)]; v != summaryVersion {
		return nil, head, badSummary("has version %d, this library reads %d: simulate again, or use the version that wrote it", v, summaryVersion)
	}
	body, sum := data[:len(data)-sha256.Size], data[len(data)-sha256.Size:]
	if got := sha256.Sum256(body); !bytes.Equal(got[:], sum) {
		return nil, head, badSummary("is damaged: its checksum does not match")
	}
	r := &summaryReader{data: body[len(summaryMagic)+1:]}
	text := r.take(r.uvarint())
	if err := json.Unmarshal(text, &head); err != nil {
		return nil, head, badSummary("has a head that cannot be read: %v", err)
	}
	return r, head, nil
}
