using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Answers typed questions from the record, each with its proof. Facts that began after the days asked about are used neither for nor
/// against. Safe to share between threads.
/// </summary>
public sealed class Answerer
{
    private readonly Inquiry _asItStands;
    private readonly Inquiry _shaken;

    /// <summary>Over a record; the wording gives the sentences of answers and proofs.</summary>
    public Answerer(EvidenceSnapshot evidence, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(wording);
        _asItStands = new Inquiry(evidence, wording, isShaken: false);
        _shaken = new Inquiry(evidence, wording, isShaken: true);
    }

    /// <summary>What the record says to a question, and what it would say with every weak row off by a tenth.</summary>
    public Answer Answer(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var answer = Answer(question, _asItStands);
        ImmutableArray<StatementId> weak = [.. answer.Proof.AllRows().Where(row => row.IsWeak).Select(row => row.Id)];
        return weak.IsEmpty ? answer : answer with { Weak = weak, Shaken = Answer(question, _shaken) };
    }

    private static Answer Answer(Question question, Inquiry inquiry) => question switch
    {
        Question.Membership membership => MembershipAnswerer.Answer(inquiry, membership),
        Question.Agreement agreement => AgreementAnswerer.Answer(inquiry, agreement),
        Question.Ownership ownership => OwnershipAnswerer.Answer(inquiry, ownership),
        Question.Share share => ShareAnswerer.Answer(inquiry, share),
        Question.Rank rank => RankAnswerer.Answer(inquiry, rank),
        Question.Quantity quantity => QuantityAnswerer.Answer(inquiry, quantity),
        Question.Portion portion => PortionAnswerer.Answer(inquiry, portion),
        Question.Regime regime => RegimeAnswerer.Answer(inquiry, regime),
        Question.RegimeShare share => RegimeShares.Answer(inquiry, share),
        Question.RankThroughout rank => RankThroughoutAnswerer.Answer(inquiry, rank),
        Question.Control control => ControlAnswerer.Answer(inquiry, control),
        Question.Operation operation => OperationAnswerer.Answer(inquiry, operation),
        Question.MembershipChange change => MembershipChangeAnswerer.Answer(inquiry, change),
        Question.StakeChange change => StakeChangeAnswerer.Answer(inquiry, change),
        Question.ShareMove move => ShareMoveAnswerer.Answer(inquiry, move),
        Question.Event happened => EventAnswerer.Answer(inquiry, happened),
        Question.Dispute dispute => DisputeAnswerer.Answer(inquiry, dispute),
        Question.Saying saying => SayingAnswerer.Answer(inquiry, saying),
        Question.Position position => PositionAnswerer.Answer(inquiry, position),
        Question.Open open => NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say(open.Why))),
        _ => throw new UnreachableException($"No answerer for {question.GetType().Name}."),
    };
}
