using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>What integrations are made with.</summary>
/// <param name="Functions">The functions.</param>
/// <param name="Services">The other services.</param>
/// <param name="Http">Endpoints over HTTP.</param>
/// <param name="Time">The clock of timeouts.</param>
internal sealed record BackendSources(IFunctions Functions, AwsServiceCaller Services, HttpCaller Http, TimeProvider Time);
