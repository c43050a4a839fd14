/** The client's front door: {@link org.sagrada.client.SagradaClient} signs up or logs in, and an account leads to its records. */
@NullMarked
package org.sagrada.client;

import org.jspecify.annotations.NullMarked;
