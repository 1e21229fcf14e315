namespace Lexicon.Infra.Tests.Deployment;

/// <summary>What the workflows of GitHub may do, and in which order.</summary>
public sealed partial class WorkflowTests
{
    [Theory]
    [InlineData("check.yml", "pull_request, push: (branches-ignore: [main]), workflow_call")]
    [InlineData("deploy.yml", "push: (branches: [main]), workflow_dispatch")]
    [InlineData(
        "stage.yml",
        "workflow_call: (inputs: (stage: (required: true, type: string), role: (required: true, type: string), "
            + "digest: (required: true, type: string)))")]
    public void Workflow_StartsOnTheseEvents_AndNoOthers(string workflow, string triggers) =>
        Assert.Equal(triggers, Workflow.InWords(Workflow.Named(workflow).Root["on"]));

    // No `if` but that of build, which would leave a job out, no `continue-on-error`, no `container`.
    [Fact]
    public void NoJobAndNoStep_IsLeftOutOrForgiven() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Jobs.Where(job => job.Id != "build").Select(job => job.Job).Concat(workflow.Steps)),
        part => Assert.Empty(part
            .Select(member => $"{member.Key}").Intersect(["if", "continue-on-error", "container", "services", "strategy", "shell"])));

    [Fact]
    public void NoWorkflow_MayDoAnything_UnlessAJobSaysSo() =>
        Assert.All(Workflow.All, workflow => Assert.Equal("", Workflow.Flat(workflow.Root["permissions"])));

    [Fact]
    public void OnlyDeployments_MayAskForATokenOfTheirIdentity_AndNoJobMayWriteAnythingElse() =>
        Assert.Equal(
            [
                "check.yml test: contents: read", "check.yml lint: contents: read", "deploy.yml check: contents: read",
                "deploy.yml build: contents: read", "deploy.yml dev: id-token: write", "deploy.yml prod: id-token: write",
                "stage.yml deploy: id-token: write",
            ],
            from workflow in Workflow.All
            from job in workflow.Jobs
            select $"{workflow.Name} {job.Id}: {Workflow.Flat(Workflow.At(job.Job, "permissions"))}");

    // A tag can be moved to other code afterwards, a commit cannot:
    // https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions.
    [Fact]
    public void EveryAction_IsOfGitHubOrAws_PinnedToACommit_AndSaysItsRelease() => Assert.All(
        Workflow.All.SelectMany(workflow => Action().Matches(workflow.Text)).Select(match => match.Groups[1].Value.TrimEnd())
            .Where(action => !action.StartsWith("./", StringComparison.Ordinal)),
        action => Assert.Matches(@"^(actions|aws-actions)/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", action));

    // Whatever else ran would run with the rights of a deployment.
    [Fact]
    public void Deployment_RunsNothingButTheCommandLine_OnWhatWasBuilt_AndTakesItsRoleLast() => Assert.Equal(
        [
            "actions/download-artifact",
            "echo \"$DIGEST  deployment.tar\" | sha256sum --check --strict\ntar --extract --file deployment.tar\n",
            "actions/setup-node",
            "aws-actions/configure-aws-credentials",
            "node aws-cdk/bin/cdk deploy \"Lexicon-$STAGE/*\" --app \"cdk.out.$STAGE\" --exclusively --require-approval never "
                + "--outputs-file outputs.json\n",
        ],
        Workflow.Named("stage.yml").Steps.SkipLast(1)
            .Select(step => $"{Workflow.At(step, "uses")}".Split('@')[0] + Workflow.At(step, "run")));

    [Fact]
    public void BothStages_AreBuiltOnce_AndDeployedAsThatDigest()
    {
        var deploy = Workflow.Named("deploy.yml");
        var built = string.Concat(deploy.Steps.Select(step => $"{Workflow.At(step, "run")}"));

        Assert.Equal("${{ steps.pack.outputs.digest }}", $"{Workflow.At(deploy.Job("build"), "outputs", "digest")}");
        Assert.All(["dev", "prod"], stage =>
        {
            Assert.Contains($"npx cdk synth --quiet -c stage={stage} --output .local/cdk.out.{stage}\n", built, StringComparison.Ordinal);
            Assert.Equal("${{ needs.build.outputs.digest }}", $"{Workflow.At(deploy.Job(stage), "with", "digest")}");
        });
    }

    [Fact]
    public void NoKeyIsStored_AndNothingOfAFork_RunsWithRightsOfTheRepository() => Assert.All(
        from workflow in Workflow.All
        from words in (string[])["secrets.", "secrets:", "access-key", "ACCESS_KEY", "pull_request_target", "workflow_run"]
        select (workflow, words),
        pair => Assert.DoesNotContain(pair.words, pair.workflow.Text, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void NoCheckout_LeavesItsTokenBehind() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Steps)
            .Where(step => $"{Workflow.At(step, "uses")}".StartsWith("actions/checkout@", StringComparison.Ordinal)),
        step => Assert.Equal("false", $"{Workflow.At(step, "with", "persist-credentials")}"));

    [Fact]
    public void NoScript_IsPutTogetherFromWhatOthersWrote() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Steps),
        step => Assert.DoesNotContain("${{", $"{Workflow.At(step, "run")}", StringComparison.Ordinal));

    [Fact]
    public void EveryJobThatRunsSomething_HasAnEnd_OnANamedImage() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Jobs).Where(job => Workflow.At(job.Job, "steps") is not null),
        job =>
        {
            Assert.InRange(int.Parse($"{Workflow.At(job.Job, "timeout-minutes")}", CultureInfo.InvariantCulture), 1, 60);
            Assert.Equal("ubuntu-24.04", $"{Workflow.At(job.Job, "runs-on")}");
        });

    [Fact]
    public void Prod_ComesAfterDev_AndDevAfterTheChecks()
    {
        var deploy = Workflow.Named("deploy.yml");

        Assert.Equal("./.github/workflows/check.yml", $"{Workflow.At(deploy.Job("check"), "uses")}");
        Assert.Equal("[check, build]", Workflow.InWords(Workflow.At(deploy.Job("dev"), "needs")));
        Assert.Equal("[build, dev]", Workflow.InWords(Workflow.At(deploy.Job("prod"), "needs")));
        Assert.All(["dev", "prod"], stage => Assert.Equal(
            ("./.github/workflows/stage.yml", stage, $"${{{{ vars.DEPLOY_ROLE_ARN_{stage.ToUpperInvariant()} }}}}"),
            (
                $"{Workflow.At(deploy.Job(stage), "uses")}",
                $"{Workflow.At(deploy.Job(stage), "with", "stage")}",
                $"{Workflow.At(deploy.Job(stage), "with", "role")}")));
    }

    [Fact]
    public void OnlyMain_IsDeployed_AndOnlyWhereARoleIsNamed() => Assert.Equal(
        "vars.DEPLOY_ROLE_ARN_DEV != '' && github.ref == 'refs/heads/main'",
        $"{Workflow.At(Workflow.Named("deploy.yml").Job("build"), "if")}");

    // The trust of the role names these environments, and an environment is where GitHub asks a reviewer.
    [Fact]
    public void Stage_IsDeployedAsTheEnvironmentOfItsName() =>
        Assert.Equal("${{ inputs.stage }}", $"{Workflow.At(Workflow.Named("stage.yml").Job("deploy"), "environment")}");

    [Fact]
    public void OneDeployment_IsDoneBeforeTheNextBegins()
    {
        var (deploy, stage) = (Workflow.Named("deploy.yml").Root, Workflow.Named("stage.yml").Job("deploy"));

        Assert.Equal("group: deploy, cancel-in-progress: false", Workflow.Flat(Workflow.At(deploy, "concurrency")));
        Assert.Equal("group: stage-${{ inputs.stage }}, cancel-in-progress: false", Workflow.Flat(Workflow.At(stage, "concurrency")));
        Assert.NotNull(Workflow.At(Workflow.Named("check.yml").Root, "concurrency", "group"));
    }

    [GeneratedRegex(@"uses: ([^\n]+)")]
    private static partial Regex Action();
}
