using System.Collections.Immutable;
using Assay.Claims;

namespace Assay.Questions;

/// <summary>Settles a claim's vague words: one question a reading.</summary>
internal sealed class QuestionPlanner
{
    public ImmutableArray<Reading> Plan(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return [];
    }
}
