package org.sagrada.browsertest.pages;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts server and browser before the first test that needs them, and stops them after the last. */
final class SiteExtension implements ParameterResolver, ExecutionCondition, AfterEachCallback {

    private static final String WANTING = "No Chromium is installed; on Debian: apt install chromium";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.installed().isPresent()
                ? ConditionEvaluationResult.enabled("Chromium is installed")
                : ConditionEvaluationResult.disabled(WANTING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return site(context);
    }

    /** What went wrong on a page while nobody looked fails the test that was on it. */
    @Override
    public void afterEach(ExtensionContext context) {
        site(context).leave(context.getExecutionException().isPresent());
    }

    private static Site site(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SiteExtension.class))
                .computeIfAbsent(Site.class, type -> Site.open(), Site.class);
    }
}
