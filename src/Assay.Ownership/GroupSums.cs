using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// What terminals keep, group by group, and what is left to owners unknown. Parts of the places are added up side by
/// side and then joined in a fixed order, so that the sums are the same on any number of threads.
/// </summary>
internal sealed class GroupSums
{
    private const int MostParts = 8;

    /// <summary>With more groups than this the sums of several parts would cost more than they save.</summary>
    private const int MostGroupsApart = 1 << 16;

    private readonly Grouping _grouping;
    private readonly double[] _rest;
    private readonly double _excess;
    private CompensatedSum[] _groups;
    private Sums _sums;

    public GroupSums(Grouping grouping, double[] rest, double excess)
    {
        _grouping = grouping;
        _rest = rest;
        _excess = excess;
        _groups = [];
    }

    public double Kept => _sums.Kept.Value;

    public double Unknown => _sums.Unknown.Value;

    /// <summary>A bound of what rounding cost on the way, but for cycles.</summary>
    public double Error { get; private set; }

    public double KeptBy(int group) => _groups[group].Value;

    public void Add(Schedule schedule, HoldingRows rows, Amounts held, int vector, OwnershipGraph graph)
    {
        int parts = _grouping.GroupCount > MostGroupsApart || schedule.Count < MostParts ? 1 : MostParts;
        var groups = new CompensatedSum[parts][];
        var sums = new Sums[parts];
        Strands.Run(
            parts,
            schedule.Threads,
            part =>
            {
                groups[part] = new CompensatedSum[_grouping.GroupCount];
                Sums own = default;
                int end = (int)((long)schedule.Count * (part + 1) / parts);
                for (int i = (int)((long)schedule.Count * part / parts); i < end; i++)
                    Add(schedule[i], rows, held, vector, groups[part], ref own);
                sums[part] = own;
            },
            default);

        (_groups, _sums) = (groups[0], sums[0]);
        for (int part = 1; part < parts; part++)
        {
            for (int group = 0; group < _groups.Length; group++)
                _groups[group].Add(groups[part][group]);
            _sums.Add(sums[part]);
        }

        double perHolding = (_sums.Passed * graph.RoundingOfSum(0)) + (_sums.Weighted * Rounding.Unit) + (4 * Rounding.Unit * (Kept + Unknown));
        Error = (perHolding + (_excess * _sums.Passed)) * (1 + (1L << 20) * Rounding.Unit);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(in Chunk chunk, HoldingRows rows, Amounts held, int vector, CompensatedSum[] groups, ref Sums sums)
    {
        double passed = 0;
        double weighted = 0;
        bool grouped = groups.Length > 0;
        int vectors = held.VectorCount;
        ReadOnlySpan<double> amounts = held.ByPlace;
        for (int place = chunk.Places.First; place < chunk.Places.End; place++)
        {
            double amount = amounts[(place * vectors) + vector];
            if (amount == 0)
                continue;
            passed += amount;
            if (chunk.Degree < 0)
                weighted += rows.HoldingsAt(place) * amount;
            double rest = _rest[place];
            if (rest >= 0)
            {
                sums.Unknown.Add(rest * amount);
                continue;
            }

            sums.Kept.Add(amount);
            if (grouped && _grouping.GroupAt[place] is var group and >= 0)
                groups[group].Add(amount);
        }

        sums.Passed += passed;
        sums.Weighted += chunk.Degree < 0 ? weighted : chunk.Degree * passed;
    }

    private struct Sums
    {
        public CompensatedSum Kept;
        public CompensatedSum Unknown;

        /// <summary>The amounts of all places.</summary>
        public double Passed;

        /// <summary>The amounts of all places, each times how many holdings it has.</summary>
        public double Weighted;

        public void Add(in Sums other)
        {
            Kept.Add(other.Kept);
            Unknown.Add(other.Unknown);
            Passed += other.Passed;
            Weighted += other.Weighted;
        }
    }
}
