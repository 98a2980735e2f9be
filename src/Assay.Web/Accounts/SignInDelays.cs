namespace Assay.Web.Accounts;

/// <summary>
/// Makes who guesses passwords wait: after some failures, each further one doubles the time in which no try of that name, or from that address, is
/// looked at. It remembers a bounded number of them, the latest. Safe to share between threads.
/// </summary>
internal sealed class SignInDelays(TimeProvider time)
{
    private const int FreeTries = 5;
    private const int MostKept = 10_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostWait = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Failures>> _byKey = [];
    private readonly LinkedList<Failures> _oldestFirst = [];

    private sealed record Failures(string Key, int Count, DateTimeOffset Last)
    {
        public DateTimeOffset Until => Count < FreeTries ? Last : Last + TimeSpan.FromTicks(Math.Min(MostWait.Ticks, FirstWait.Ticks << Math.Min(Count - FreeTries, 20)));
    }

    /// <summary>How long has to be waited until a try of a name from an address is looked at; zero: it is at once.</summary>
    public TimeSpan WaitOf(string name, string address)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var until = new[] { Name(name), Address(address) }.Select(key => _byKey.TryGetValue(key, out var node) ? node.Value.Until : now).Max();
            return until > now ? until - now : TimeSpan.Zero;
        }
    }

    /// <summary>Notes a try that failed.</summary>
    public void Failed(string name, string address)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var key in new[] { Name(name), Address(address) })
            {
                var count = 1;
                if (_byKey.Remove(key, out var known))
                {
                    _oldestFirst.Remove(known);
                    // After a quiet time, the counting begins anew.
                    if (now - known.Value.Last < 2 * MostWait) count = known.Value.Count + 1;
                }
                _byKey[key] = _oldestFirst.AddLast(new Failures(key, count, now));
            }
            while (_byKey.Count > MostKept)
            {
                _byKey.Remove(_oldestFirst.First!.Value.Key);
                _oldestFirst.RemoveFirst();
            }
        }
    }

    /// <summary>Notes a try that succeeded: the failures of the name are forgotten, those of the address stay.</summary>
    public void Succeeded(string name)
    {
        lock (_lock)
            if (_byKey.Remove(Name(name), out var known)) _oldestFirst.Remove(known);
    }

    // A name may be as long as a form; only so much of it is kept.
    private static string Name(string name) => $"n {(name.Length > 100 ? name[..100] : name)}";

    private static string Address(string address) => $"a {address}";
}
