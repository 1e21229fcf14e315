using Lexicon.Local.Iam;

namespace Lexicon.Local.EventBridge;

/// <summary>The event buses, as other services use them.</summary>
internal interface IEventBuses
{
    /// <summary>Whether a caller may put events on a bus (<c>events:PutEvents</c>), by the bus's name or ARN.</summary>
    Decision AuthorizePutting(Caller caller, string bus);

    /// <summary>
    /// Takes an event of a service, or of a caller who may. When this returns, it is on its way to the targets of the rules that it
    /// matches. On a bus that does not exist it is lost, as on AWS.
    /// </summary>
    /// <returns>The event's id.</returns>
    string Put(NewEvent published);
}
