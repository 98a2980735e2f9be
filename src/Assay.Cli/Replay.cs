using Assay.Answers;
using Assay.Findings;

namespace Assay.Cli;

/// <summary>Replays every proof of a checked article with the second evaluator.</summary>
internal static class Replay
{
    /// <summary>Replays the proofs of all readings of all claims, and says in a sentence what came of it.</summary>
    /// <exception cref="StopException">A step does not follow from the rows it cites.</exception>
    public static string Run(CheckedArticle result, string name)
    {
        var proofs = result.Findings.SelectMany(finding => finding.Readings.Concat(finding.Later?.Finding.Readings ?? []).Select(reading => (finding.Claim.Id, reading.Answer.Proof))).ToList();
        var problems = proofs.SelectMany(proof => ProofReplay.Check(proof.Proof).Problems.Select(problem => $"{name}: {proof.Id}: its proof does not follow: {problem}")).ToList();
        if (problems.Count > 0) throw new StopException(ExitCode.ProblemsFound, problems);
        return proofs.Count == 1
            ? "The one proof was replayed by a second evaluator: every step follows from the rows it cites."
            : $"All {proofs.Count} proofs were replayed by a second evaluator: every step follows from the rows it cites.";
    }
}
