using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>A day of a row that may be another.</summary>
/// <param name="Column">Where it stands, as the pack format names it.</param>
/// <param name="Verb">What happened on it, as a key of the wording file ends: <c>begun</c>, <c>ended</c>, <c>signed</c>, <c>in-force</c>, <c>said</c>.</param>
/// <param name="Value">What stands there; null: nothing.</param>
/// <param name="IsOpenEnd">Whether nothing there means "still", rather than "not known since when".</param>
/// <param name="With">The row with another day.</param>
internal sealed record RowDay(string Column, string Verb, PartialDate? Value, bool IsOpenEnd, Func<PartialDate, Statement> With)
{
    /// <summary>The days of a row; none for kinds of rows that have none.</summary>
    public static IEnumerable<RowDay> Of(Statement row) => row switch
    {
        Stake stake => Of(stake.Validity, validity => stake with { Validity = validity }),
        Membership member => Of(member.Validity, validity => member with { Validity = validity }),
        Operation run => Of(run.Validity, validity => run with { Validity = validity }),
        Domicile seat => Of(seat.Validity, validity => seat with { Validity = validity }),
        OtherInterest held => Of(held.Validity, validity => held with { Validity = validity }),
        Regime regime => Of(regime.Validity, validity => regime with { Validity = validity }),
        Position position => Of(position.Validity, validity => position with { Validity = validity }),
        Agreement agreement =>
        [
            new("signed", "signed", agreement.Signed, false, day => agreement with { Signed = day }),
            new("in_force", "in-force", agreement.InForce, false, day => agreement with { InForce = day }),
            new("ended", "ended", agreement.Ended, true, day => agreement with { Ended = day }),
        ],
        Event happening =>
        [
            new("from", "begun", happening.From, false, day => happening with { From = day }),
            new("to", "ended", happening.To, true, day => happening with { To = day }),
        ],
        Attribution said => [new("date", "said", said.Date, false, day => said with { Date = day })],
        Completeness complete =>
        [
            new("from", "begun", complete.From, false, day => complete with { From = day }),
            new("to", "ended", complete.To, true, day => complete with { To = day }),
        ],
        _ => [],
    };

    private static IEnumerable<RowDay> Of(Validity validity, Func<Validity, Statement> with) =>
    [
        new("from", "begun", validity.From, false, day => with(validity with { From = day })),
        new("to", "ended", validity.To, true, day => with(validity with { To = day })),
    ];
}
