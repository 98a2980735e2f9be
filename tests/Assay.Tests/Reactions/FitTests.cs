using Assay.Reactions;
using CsCheck;
using Xunit;

namespace Assay.Tests.Reactions;

/// <summary>The fit against the definition of what it minimises.</summary>
public sealed class FitTests
{
    [Fact]
    public void The_loss_told_is_that_of_the_parameters_told()
    {
        SmallWorld.Any.Sample(world =>
        {
            var fit = ReactionFit.Find(Table(world));
            Assert.Equal(Loss(world, fit.Mean, fit.ReaderIntercept, fit.ReaderFactor, fit.FindingIntercept, fit.FindingFactor), fit.Loss, 1e-6);
        }, iter: 50);
    }

    [Fact]
    public void The_loss_is_no_higher_than_where_plain_sweeps_from_a_random_start_come_to_rest()
    {
        // The objective has lesser minima, which either may end in: one world in forty may differ.
        var worlds = Enumerable.Range(0, 40).Select(seed => SmallWorld.Of(40 + seed, 12 + seed % 29, seed)).ToArray();
        Assert.InRange(worlds.Count(world => ReactionFit.Find(Table(world)).Loss > PlainSweeps(world) + 2e-5), 0, 1);
    }

    [Fact]
    public void The_gradient_vanishes_where_a_patient_fit_ends()
    {
        var world = SmallWorld.Of(60, 30, 5);
        var fit = ReactionFit.Find(Table(world), new FitOptions { Tolerance = 1e-13, MostSweeps = 5000 });
        var here = Loss(world, fit.Mean, fit.ReaderIntercept, fit.ReaderFactor, fit.FindingIntercept, fit.FindingFactor);
        foreach (var step in (double[])[1e-3, -1e-3])
        {
            Assert.True(Loss(world, fit.Mean + step, fit.ReaderIntercept, fit.ReaderFactor, fit.FindingIntercept, fit.FindingFactor) >= here);
            for (var one = 0; one < world.Findings; one++)
            {
                Assert.True(Loss(world, fit.Mean, fit.ReaderIntercept, fit.ReaderFactor, n => fit.FindingIntercept(n) + (n == one ? step : 0), fit.FindingFactor) >= here - 1e-9);
                Assert.True(Loss(world, fit.Mean, fit.ReaderIntercept, fit.ReaderFactor, fit.FindingIntercept, n => fit.FindingFactor(n) + (n == one ? step : 0)) >= here - 1e-9);
            }
        }
    }

    [Fact]
    public void Readers_of_two_camps_stand_on_two_sides()
    {
        var reactions = from reader in Enumerable.Range(0, 20) from finding in Enumerable.Range(0, 20) select new Reaction(reader, finding, reader % 2 == finding % 2);
        var fit = ReactionFit.Find(RatingTable.Build([.. reactions], 20, 20));
        var sides = Enumerable.Range(0, 20).GroupBy(reader => Math.Sign(fit.ReaderFactor(reader))).Select(side => side.Select(reader => reader % 2).Distinct().Single()).ToArray();
        Assert.Equal(2, sides.Length);
    }

    [Fact]
    public void A_fit_has_the_same_bits_on_any_number_of_threads()
    {
        var chance = new Random(3);
        var reactions = Enumerable.Range(0, 400_000).Select(_ => new Reaction(chance.Next(5000), chance.Next(3000), chance.Next(3) > 0)).ToArray();
        var fits = new[] { 1, 2, 5 }.Select(threads => ReactionFit.Find(RatingTable.Build(reactions, 5000, 3000, threads), new FitOptions { Threads = threads })).ToArray();
        foreach (var fit in fits)
        {
            Assert.Equal(fits[0].Loss, fit.Loss);
            for (var reader = 0; reader < 5000; reader++) Assert.Equal(fits[0].ReaderFactor(reader), fit.ReaderFactor(reader));
            for (var finding = 0; finding < 3000; finding++) Assert.Equal(fits[0].FindingIntercept(finding), fit.FindingIntercept(finding));
        }
    }

    [Fact]
    public void A_fit_of_nothing_has_zeros()
    {
        var fit = ReactionFit.Find(RatingTable.Build([], 2, 1));
        Assert.Equal((0, 0, 0, 0), (fit.Loss, fit.Mean, fit.ReaderFactor(1), fit.FindingIntercept(0)));
    }

    [Fact]
    public void Where_all_agree_nobody_stands_on_a_side()
    {
        var reactions = from reader in Enumerable.Range(0, 9) from finding in Enumerable.Range(0, 7) select new Reaction(reader, finding, true);
        var fit = ReactionFit.Find(RatingTable.Build([.. reactions], 9, 7));
        for (var reader = 0; reader < 9; reader++) Assert.Equal(0, fit.ReaderFactor(reader), 1e-6);
    }

    private static RatingTable Table(SmallWorld world) => RatingTable.Build(world.Reactions, world.Readers, world.Findings);

    /// <summary>The published objective, word for word.</summary>
    private static double Loss(SmallWorld world, double mean, Func<int, double> iu, Func<int, double> fu, Func<int, double> ia, Func<int, double> fa)
    {
        var error = world.Reactions.Average(each => Math.Pow((each.IsUseful ? 1 : 0) - mean - iu(each.Reader) - ia(each.Finding) - fu(each.Reader) * fa(each.Finding), 2));
        var (readers, findings) = (Enumerable.Range(0, world.Readers).ToArray(), Enumerable.Range(0, world.Findings).ToArray());
        return error + 0.15 * (readers.Average(u => iu(u) * iu(u)) + findings.Average(n => ia(n) * ia(n)) + mean * mean)
            + 0.03 * (readers.Average(u => fu(u) * fu(u)) + findings.Average(n => fa(n) * fa(n)));
    }

    /// <summary>Alternating ridge regressions in double, 400 sweeps, nothing else.</summary>
    private static double PlainSweeps(SmallWorld world)
    {
        var chance = new Random(1);
        double[] Zeros(int count) => new double[count];
        var (iu, ia, fu, fa, mean) = (Zeros(world.Readers), Zeros(world.Findings), Enumerable.Range(0, world.Readers).Select(_ => chance.NextDouble() - 0.5).ToArray(), Zeros(world.Findings), 0.0);
        for (var sweep = 0; sweep < 400; sweep++)
        {
            Half(each => each.Finding, each => each.Reader, ia, fa, iu, fu);
            Half(each => each.Reader, each => each.Finding, iu, fu, ia, fa);
            mean = world.Reactions.Sum(each => (each.IsUseful ? 1 : 0) - iu[each.Reader] - ia[each.Finding] - fu[each.Reader] * fa[each.Finding]) / (world.Reactions.Length * 1.15);
        }
        return Loss(world, mean, u => iu[u], u => fu[u], n => ia[n], n => fa[n]);

        void Half(Func<Reaction, int> of, Func<Reaction, int> other, double[] intercepts, double[] factors, double[] otherIntercepts, double[] otherFactors)
        {
            var weight = world.Reactions.Length / (double)intercepts.Length;
            var rows = world.Reactions.ToLookup(of);
            for (var row = 0; row < intercepts.Length; row++)
            {
                double n = 0, x = 0, xx = 0, y = 0, xy = 0;
                foreach (var each in rows[row])
                {
                    var (factor, rest) = (otherFactors[other(each)], (each.IsUseful ? 1 : 0) - mean - otherIntercepts[other(each)]);
                    (n, x, xx, y, xy) = (n + 1, x + factor, xx + factor * factor, y + rest, xy + factor * rest);
                }
                var (a, d) = (n + 0.15 * weight, xx + 0.03 * weight);
                intercepts[row] = (d * y - x * xy) / (a * d - x * x);
                factors[row] = (a * xy - x * y) / (a * d - x * x);
            }
        }
    }
}
