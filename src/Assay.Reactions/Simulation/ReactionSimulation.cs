namespace Assay.Reactions.Simulation;

/// <summary>What brigades can do to the order of findings, in a simulated world: under this library's rule and two others.</summary>
public static class ReactionSimulation
{
    /// <summary>The parts of all accounts that brigades are.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0, 0.05, 0.10, 0.20, 0.40];

    /// <summary>The attack curve: every kind of brigade at every size.</summary>
    /// <param name="options">Sizes and seed.</param>
    /// <param name="progress">Told what part is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The options are out of range.</exception>
    public static IReadOnlyList<AttackPoint> Run(SimulationOptions options = default, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        SimulationOptions filled = options.Filled();
        BrigadeKind[] kinds = Enum.GetValues<BrigadeKind>();
        var points = new List<AttackPoint>();
        foreach (BrigadeKind kind in kinds)
        {
            foreach (double share in Shares)
            {
                var effects = new List<AttackPoint>();
                for (int world = 0; world < filled.Worlds; world++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    effects.Add(Attack(new SimulatedWorld(filled, filled.Seed + world), filled, kind, share));
                    progress?.Report((points.Count + (world + 1.0) / filled.Worlds) / (kinds.Length * Shares.Count));
                }

                points.Add(new AttackPoint(kind, share)
                {
                    Agreement = Mean(effects.Select(effect => effect.Agreement)),
                    LikeRatio = Mean(effects.Select(effect => effect.LikeRatio)),
                    PublishedOrder = Mean(effects.Select(effect => effect.PublishedOrder)),
                    PublishedThreshold = Mean(effects.Select(effect => effect.PublishedThreshold)),
                });
            }
        }

        return points;
    }

    private static AttackPoint Attack(SimulatedWorld world, SimulationOptions options, BrigadeKind kind, double share)
    {
        (Reaction[] reactions, int accounts) = world.React(kind, share);
        var scores = ReactionScores.Build(reactions, accounts, options.Findings);
        double[] values = new double[options.Findings];
        double[] ratios = new double[options.Findings];
        for (int finding = 0; finding < options.Findings; finding++)
        {
            FindingScore score = scores.ScoreOf(finding);
            values[finding] = score.Value;
            ratios[finding] = score.Useful + score.NotUseful == 0 ? 0.5 : score.LikeRatio;
        }

        (double[] intercepts, bool[] helpful) = PublishedRule.Score(reactions, accounts, options.Findings);
        return new AttackPoint(kind, share)
        {
            Agreement = Effect(world, First(world, values)),
            LikeRatio = Effect(world, First(world, ratios)),
            PublishedOrder = Effect(world, First(world, intercepts)),
            PublishedThreshold = Effect(world, helpful),
        };
    }

    /// <summary>As many findings as there are good ones, the highest first.</summary>
    private static bool[] First(SimulatedWorld world, double[] values)
    {
        bool[] first = new bool[values.Length];
        foreach (int finding in Enumerable.Range(0, values.Length).OrderByDescending(finding => values[finding]).Take(world.Kinds.Count(kind => kind == FindingKind.Good)))
            first[finding] = true;
        return first;
    }

    private static AttackEffect Effect(SimulatedWorld world, bool[] shown)
    {
        return new AttackEffect(Part(FindingKind.Good, false), Part(FindingKind.Bad, true));

        double Part(FindingKind kind, bool isShown)
        {
            int[] attacked = [.. Enumerable.Range(0, shown.Length).Where(finding => world.IsAttacked[finding] && world.Kinds[finding] == kind)];
            return attacked.Count(finding => shown[finding] == isShown) / (double)Math.Max(1, attacked.Length);
        }
    }

    private static AttackEffect Mean(IEnumerable<AttackEffect> effects)
    {
        AttackEffect[] all = [.. effects];
        return new AttackEffect(all.Average(effect => effect.Suppressed), all.Average(effect => effect.Promoted));
    }
}
