using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings.Changes;
using Assay.Questions;

namespace Assay.Findings;

/// <summary>A claim with its readings, their answers and the verdict.</summary>
public sealed record Finding
{
    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Each reading with its answer and its own verdict; never empty.</summary>
    public required ImmutableArray<CheckedReading> Readings { get; init; }

    /// <summary>The verdict over all readings.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The reading whose answer stands for the claim: the first that gave the verdict.</summary>
    public required CheckedReading Leading { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Justification { get; init; }

    /// <summary>The weak rows that the verdict rests on.</summary>
    public required ImmutableArray<StatementId> Weak { get; init; }

    /// <summary>The verdict at a later day that was asked for, where it is another; else null.</summary>
    public LaterVerdict? Later { get; init; }

    /// <summary>What to know of the years around the one that the claim states; null where there is nothing.</summary>
    public PickedPeriod? Picked { get; init; }

    /// <summary>What would change it; null where that was not looked for.</summary>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>The answer of the leading reading.</summary>
    public Answer Answer => Leading.Answer;

    /// <summary>Whether the record was asked at all: the kind of question is answered and every role is filled.</summary>
    public bool IsAsked => Leading.Reading.Question is not Question.Open;

    /// <summary>Whether the justification already says what the answer says.</summary>
    public bool JustificationTellsAnswer => Justification.Contains(Answer.Text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Every row that the leading proof cites.</summary>
    public IEnumerable<Statement> Rows => Leading.Answer.Proof.AllRows();
}

/// <summary>A reading, what the record answers to it, and the verdict of that alone.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Verdict">Its own verdict.</param>
public sealed record CheckedReading(Reading Reading, Answer Answer, Verdict Verdict);

/// <summary>An article with everything that was found in it.</summary>
public sealed record CheckedArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>The record that it was set beside.</summary>
    public required EvidenceSnapshot Evidence { get; init; }

    /// <summary>The date that "now" was taken for; null: not known.</summary>
    public required PartialDate? AsOf { get; init; }

    /// <summary>The later day for which the verdicts were asked too; null: none.</summary>
    public PartialDate? Later { get; init; }

    /// <summary>The claims, in the order of the article.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The passages that are no claims.</summary>
    public required ImmutableArray<NotCheckable> NotCheckable { get; init; }

    /// <summary>What became of each sentence.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The claims that people dropped, or merged into others.</summary>
    public ImmutableArray<DroppedClaim> Dropped { get; init; } = [];

    /// <summary>The corrections that did not fit.</summary>
    public ImmutableArray<SetAside> SetAside { get; init; } = [];
}
