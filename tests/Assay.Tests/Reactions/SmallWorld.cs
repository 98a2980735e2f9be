using Assay.Reactions;
using CsCheck;

namespace Assay.Tests.Reactions;

/// <summary>A few dozen readers in two camps, a few findings, and their reactions, drawn at random.</summary>
internal sealed record SmallWorld(int Readers, int Findings, Reaction[] Reactions)
{
    /// <summary>Worlds of 40 to 90 readers and 12 to 40 findings: large enough that some findings have a rank.</summary>
    public static readonly Gen<SmallWorld> Any = Gen.Select(Gen.Int[40, 90], Gen.Int[12, 40], Gen.Int[0, 1 << 20]).Select((readers, findings, seed) => Of(readers, findings, seed));

    public static SmallWorld Of(int readers, int findings, int seed)
    {
        var chance = new Random(seed);
        var leans = Enumerable.Range(0, findings).Select(_ => 2 * chance.NextDouble() - 1).ToArray();
        var worths = Enumerable.Range(0, findings).Select(_ => chance.NextDouble() - 0.5).ToArray();
        var diligence = 0.3 + 0.7 * chance.NextDouble();
        var reactions = new List<Reaction>();
        for (var reader = 0; reader < readers; reader++)
        {
            var position = (reader % 2 == 0 ? -1 : 1) + 0.5 * (chance.NextDouble() - 0.5);
            for (var finding = 0; finding < findings; finding++)
                if (chance.NextDouble() < diligence)
                    reactions.Add(new Reaction(reader, finding, chance.NextDouble() < 0.5 + 0.4 * worths[finding] + 0.4 * leans[finding] * position));
        }
        return new SmallWorld(readers, findings, [.. reactions]);
    }

    public ReactionScores Build(int threads = 1) => ReactionScores.Build(Reactions, Readers, Findings, threads);

    public SmallWorld With(Reaction reaction) =>
        this with { Reactions = [.. Reactions.Where(other => (other.Reader, other.Finding) != (reaction.Reader, reaction.Finding)), reaction] };

    public SmallWorld Without(int reader, int finding) => this with { Reactions = [.. Reactions.Where(other => (other.Reader, other.Finding) != (reader, finding))] };

    public FindingScore[] Scores(int threads = 1)
    {
        var scores = Build(threads);
        return [.. Enumerable.Range(0, Findings).Select(scores.ScoreOf)];
    }
}
