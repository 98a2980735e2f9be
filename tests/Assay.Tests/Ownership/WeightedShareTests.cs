using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class WeightedShareTests
{
    [Fact]
    public void Shares_are_weighed_by_value()
    {
        ShareInterval share = WeightedShare.Find([new(0.25, 0.5), new(1, 1)], [30, 10]);
        Assert.Equal(17.5 / 40, share.Low, 1e-14);
        Assert.Equal(25.0 / 40, share.High, 1e-14);
    }

    [Fact]
    public void Ranges_of_value_give_the_extremes_over_all_their_corners()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            int count = 1 + random.Next(6);
            ShareInterval[] shares = [.. Enumerable.Range(0, count).Select(_ => random.Next(11)).Select(low => new ShareInterval(low / 10.0, random.Next(low, 11) / 10.0))];
            double[] least = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(3))];
            double[] greatest = [.. least.Select(value => value + random.Next(1, 4))];
            double low = 1;
            double high = 0;
            for (int corner = 0; corner < 1 << count; corner++)
            {
                double[] values = [.. Enumerable.Range(0, count).Select(i => (corner >> i & 1) == 0 ? least[i] : greatest[i])];
                if (values.Sum() == 0)
                    continue;
                low = Math.Min(low, Enumerable.Range(0, count).Sum(i => values[i] * shares[i].Low) / values.Sum());
                high = Math.Max(high, Enumerable.Range(0, count).Sum(i => values[i] * shares[i].High) / values.Sum());
            }

            ShareInterval found = WeightedShare.Find(shares, least, greatest);
            Assert.Equal(low, found.Low, 1e-12);
            Assert.Equal(high, found.High, 1e-12);
        }
    }

    [Fact]
    public void Weights_that_mean_nothing_are_refused()
    {
        ShareInterval[] one = [new(0, 1)];
        Assert.Throws<ArgumentException>(() => WeightedShare.Find(one, [0]));
        Assert.Throws<ArgumentException>(() => WeightedShare.Find(one, [1, 2]));
        Assert.Throws<ArgumentException>(() => WeightedShare.Find(one, [2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedShare.Find(one, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedShare.Find(one, [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedShare.Find(one, [1], [double.PositiveInfinity]));
    }
}
