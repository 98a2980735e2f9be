using Assay.Storage;
using Xunit;

namespace Assay.Tests.Storage;

/// <summary>What holds of a store wherever it lies: every test runs on a file and on a server.</summary>
public abstract class StoreContract(Dialect dialect) : IAsyncLifetime
{
    private StorePlace? _place;
    private Store? _store;

    /// <summary>The store of this test.</summary>
    protected Store Store => _store!;

    /// <summary>What stands after <c>--store</c>.</summary>
    protected string Where => _place!.Where;

    public async ValueTask InitializeAsync()
    {
        _place = await StorePlace.NewAsync(dialect);
        _store = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null) await _store.DisposeAsync();
        if (_place is not null) await _place.DisposeAsync();
    }

    /// <summary>The same store once more, as another process has it open.</summary>
    protected Task<Store> OpenAsync() => Store.OpenAsync(Where, TimeProvider.System);
}
