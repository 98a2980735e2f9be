using System.Collections.Concurrent;
using System.Security.Claims;
using Assay.Storage;
using Assay.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Assay.Web.Accounts;

/// <summary>
/// Ends sessions whose account was disabled, removed, or given another password or role since: every cookie is compared with the store, which is
/// asked once in a while for each account. Safe to share between threads.
/// </summary>
internal sealed class StampCheck(Store store, TimeProvider time)
{
    private const int MostKept = 1000;

    /// <summary>How long a session may outlive its account.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (Account? Account, long At)> _known = new(StringComparer.Ordinal);

    /// <summary>Refuses the cookie where it is no longer good.</summary>
    public async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } visitor && await IsGoodAsync(visitor, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async Task<bool> IsGoodAsync(ClaimsPrincipal visitor, CancellationToken cancellation)
    {
        // The first visitor edits until there is an account; from then on accounts decide.
        if (visitor.HasClaim(FirstVisitor.ClaimType, FirstVisitor.ClaimValue)) return !await AnyAsync(cancellation);
        if (visitor.Identity?.Name is not { Length: > 0 } name) return false;
        var account = await FindAsync(name, cancellation);
        return account is { IsDisabled: false } && visitor.HasClaim(AccountEndpoints.StampClaim, account.Stamp) && visitor.IsInRole(account.Role);
    }

    private async Task<Account?> FindAsync(string name, CancellationToken cancellation)
    {
        if (_known.TryGetValue(name, out var known) && time.GetElapsedTime(known.At) < Patience) return known.Account;
        var account = await store.Accounts.FindAsync(name, cancellation);
        if (_known.Count >= MostKept) _known.Clear();
        _known[name] = (account, time.GetTimestamp());
        return account;
    }

    private async Task<bool> AnyAsync(CancellationToken cancellation)
    {
        if (_known.TryGetValue("", out var known) && time.GetElapsedTime(known.At) < Patience) return known.Account is not null;
        var any = await store.Accounts.AnyAsync(cancellation);
        // No account has an empty name: it stands for whether there is one at all.
        _known[""] = (any ? new Account("", "", "", "", true) : null, time.GetTimestamp());
        return any;
    }
}
