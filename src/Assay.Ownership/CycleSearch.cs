using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>
/// The cycles between an asset and a target, and what passes them. A copy of what lies between tells chains that have
/// met the cycle from those that have not; further copies of the cycle, one for each member at which it can be
/// entered, in which that member passes nothing on a second time, tell the chains that come back there.
/// </summary>
internal static class CycleSearch
{
    /// <summary>Cycles whose copies would have more stakes than this are not looked at member by member.</summary>
    private const int MostCopied = 50_000;

    /// <summary>What is between is walked again for each cycle; past this many stakes in all the rest are listed without their parts.</summary>
    private const int MostWalked = 20_000_000;

    private const int LargestCopied = 400;

    public static ImmutableArray<CyclePassage> Find(Between between, ShareInterval share, CancellationToken cancellation)
    {
        var found = new List<CyclePassage>();
        int[] starts = [.. between.Rows.Start, between.Rows.StakeCount];
        long walked = 0;
        foreach (int[] members in Components.FindCycles(starts, between.Rows.Partner.ToArray()))
        {
            Array.Sort(members);
            walked += between.Rows.StakeCount;
            var unknown = new ShareInterval(0, share.High);
            (ShareInterval through, ShareInterval once) = walked > MostWalked
                ? (unknown, unknown)
                : Passing(between, members, share, cancellation);
            found.Add(new CyclePassage([.. members.Select(between.EntityOf)], through, once));
        }

        return [.. found.OrderByDescending(cycle => cycle.Through.High).ThenBy(cycle => cycle.Members[0])];
    }

    private static (ShareInterval Through, ShareInterval Once) Passing(
        Between between, int[] members, ShareInterval share, CancellationToken cancellation)
    {
        var copies = new Copies(between, members);
        ShareInterval through = Within(copies.Solve([], cancellation), share.High);
        int[] entries = copies.FindEntries();
        long stakes = 0;
        foreach (int member in members)
            stakes += between.Rows.Start[member + 1] - between.Rows.Start[member];
        bool small = members.Length <= LargestCopied && entries.Length * stakes <= MostCopied;
        ShareInterval once = small ? copies.Solve(entries, cancellation) : new ShareInterval(0, through.High);
        return (through, Within(once, through.High));
    }

    private static ShareInterval Within(ShareInterval share, double most) =>
        new(Math.Min(share.Low, most), Math.Min(share.High, most));

    /// <summary>
    /// Numbers: first what is between as long as the cycle was not met, then again as it is afterwards; then the members
    /// once for every entry.
    /// </summary>
    private sealed class Copies(Between between, int[] members)
    {
        private readonly int[] _indexOf = IndexOf(between, members);

        public int[] FindEntries()
        {
            var entries = new SortedSet<int>();
            var seen = new HashSet<int> { between.Asset };
            var waiting = new Stack<int>([between.Asset]);
            while (waiting.TryPop(out int number))
            {
                if (_indexOf[number] >= 0)
                {
                    entries.Add(number);
                    continue;
                }

                foreach (int owner in between.Rows.Partner[between.Rows.Start[number]..between.Rows.Start[number + 1]])
                {
                    if (owner != between.Target && seen.Add(owner))
                        waiting.Push(owner);
                }
            }

            return [.. entries];
        }

        /// <summary>What the target holds through the cycle; if entries are given, without what comes back to them.</summary>
        public ShareInterval Solve(int[] entries, CancellationToken cancellation)
        {
            int count = (2 * between.Count) + (entries.Length * members.Length);
            var passed = new PassedShares(count, 2 * between.Rows.StakeCount, between.MostMerged);
            for (int number = 0; number < between.Count; number++)
            {
                AddRow(passed, number, owner => owner == between.Target ? passed.Elsewhere
                    : _indexOf[owner] < 0 ? owner
                    : EntryTo(owner));
            }

            for (int number = 0; number < between.Count; number++)
                AddRow(passed, number, owner => owner == between.Target ? passed.Target : between.Count + owner);

            for (int entry = 0; entry < entries.Length; entry++)
            {
                foreach (int member in members)
                {
                    AddRow(passed, member, owner => owner == between.Target ? passed.Target
                        : owner == entries[entry] ? passed.Elsewhere
                        : _indexOf[owner] < 0 ? between.Count + owner
                        : CopyOf(entry, owner));
                }
            }

            int asset = _indexOf[between.Asset] < 0 ? between.Asset : EntryTo(between.Asset);
            return passed.Solve(cancellation)[asset];

            int EntryTo(int member)
            {
                if (entries.Length == 0)
                    return between.Count + member;
                int entry = Array.BinarySearch(entries, member);
                return entry < 0 ? passed.Elsewhere : CopyOf(entry, member);
            }

            int CopyOf(int entry, int member) => (2 * between.Count) + (entry * members.Length) + _indexOf[member];
        }

        private static int[] IndexOf(Between between, int[] members)
        {
            int[] indexOf = new int[between.Count];
            indexOf.AsSpan().Fill(-1);
            for (int i = 0; i < members.Length; i++)
                indexOf[members[i]] = i;
            return indexOf;
        }

        /// <summary>A row as it is between, with owners renamed; what was renamed to elsewhere is left out, since the row is closed.</summary>
        private void AddRow(PassedShares passed, int number, Func<int, int> rename)
        {
            double low = 0;
            double high = 0;
            for (int slot = between.Rows.Start[number]; slot < between.Rows.Start[number + 1]; slot++)
            {
                int owner = rename(between.Rows.Partner[slot]);
                if (owner == passed.Elsewhere)
                    (low, high) = (low + between.Rows.Low[slot], high + between.Rows.High[slot]);
                else
                    passed.Add(owner, between.Rows.Low[slot], between.Rows.High[slot]);
            }

            passed.Close(between, number, low, high);
        }
    }
}
