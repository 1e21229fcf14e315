using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Destinations;

/// <summary>A function as a destination: it is invoked with the record as its event, if the sender may.</summary>
/// <param name="definitions">The functions that are there.</param>
/// <param name="functions">Invokes them.</param>
/// <param name="identities">Decides who may.</param>
internal sealed class FunctionDestination(Functions definitions, IFunctions functions, IIdentities identities)
{
    /// <summary>Invokes a function asynchronously.</summary>
    /// <exception cref="LambdaServiceException">There is no such function, or the sender may not invoke it.</exception>
    public Task SendAsync(string functionArn, Caller sender, ReadOnlyMemory<byte> payload)
    {
        var reference = FunctionReference.Parse(functionArn)
            ?? throw new LambdaServiceException("ResourceNotFoundException", 404, $"Function not found: {functionArn}");
        var policy = definitions.Find(reference.Name)?.Policy(reference.Qualifier).Document;
        var decision = identities.Authorize(new AccessRequest(sender, "lambda:InvokeFunction", reference.Arn), policy);
        if (!decision.Allowed)
        {
            throw new LambdaServiceException("AccessDeniedException", 403, decision.Message);
        }

        return functions.InvokeAsync(
            new InvokeRequest(reference.Arn, payload) { InvocationType = InvocationType.Event }, CancellationToken.None);
    }
}
